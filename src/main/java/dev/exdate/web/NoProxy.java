package dev.exdate.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The hosts that are asked without a proxy, by curl's rules: names with all below them, addresses, and networks such as
 * {@code 10.0.0.0/8}, separated by commas or blanks; {@code *} alone is all.
 */
record NoProxy(List<String> entries) {
    private static final Pattern ADDRESS = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+|[0-9a-f.]*:[0-9a-f:.]*");

    static NoProxy of(String list) {
        return new NoProxy(Arrays.stream(list.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .filter(entry -> !entry.isEmpty())
                .toList());
    }

    /** @param host as an address has it; IPv6 in brackets or not */
    boolean covers(String host) {
        if (entries.equals(List.of("*"))) {
            return true;
        }
        String name = bare(host.toLowerCase(Locale.ROOT));
        return ADDRESS.matcher(name).matches()
                ? entries.stream().anyMatch(entry -> holds(entry, name))
                : entries.stream()
                        .map(NoProxy::domain)
                        .anyMatch(domain -> name.equals(domain) || name.endsWith("." + domain));
    }

    private static String bare(String host) {
        return host.replaceAll("^\\[|]$|\\.$", "");
    }

    private static String domain(String entry) {
        return entry.replaceAll("^\\.|\\.$", "");
    }

    private static boolean holds(String entry, String address) {
        String[] parts = entry.split("/", 2);
        String network = bare(parts[0]);
        if (!ADDRESS.matcher(network).matches()) {
            return false;
        }
        byte[] one = bytes(network);
        byte[] other = bytes(address);
        int all = one.length * 8;
        int bits = parts.length == 1 ? all : parts[1].matches("\\d{1,3}") ? Integer.parseInt(parts[1]) : -1;
        return one.length > 0 && one.length == other.length && bits >= 0 && bits <= all && same(one, other, bits);
    }

    private static boolean same(byte[] one, byte[] other, int bits) {
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> i % 8;
            if ((one[i / 8] & mask) != (other[i / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** Nothing is looked up, since the text is an address. */
    private static byte[] bytes(String address) {
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            return new byte[0];
        }
    }
}
