package dev.exdate.settings;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;

/**
 * The address of a source, as it is set.
 *
 * @param name of the setting
 */
record BaseUrl(String name, String text) {
    /**
     * The address without a slash at its end.
     *
     * @param allowHttp whether addresses of other machines may be without encryption
     * @throws InvalidSetting when a source can't be asked there; the message shows no part of it that may be secret
     */
    URI read(boolean allowHttp) {
        URI uri;
        try {
            uri = URI.create(text.replaceFirst("/+$", ""));
        } catch (IllegalArgumentException e) {
            throw InvalidSetting.of(name, beforeQuery(), "an address such as https://host");
        }
        if (uri.getUserInfo() != null) {
            // Its value may hold a password.
            throw new InvalidSetting(name + " names a user; it must be an address such as https://host, without one");
        }
        if (uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null) {
            throw InvalidSetting.of(name, beforeQuery(), "an address such as https://host, without query");
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (scheme.equals("https") || scheme.equals("http") && (allowHttp || isLoopback(uri.getHost()))) {
            return URI.create(scheme + uri.toString().substring(scheme.length()));
        }
        throw InvalidSetting.of(
                name, text, "https: (http: only for this machine itself, or with EXDATE_ALLOW_HTTP=true)");
    }

    /** A key may stand behind the question mark, a password before the at sign. */
    private String beforeQuery() {
        return text.replaceFirst("(?s)[?#].*", "…").replaceFirst("(?s)//.*@", "//…@");
    }

    private static boolean isLoopback(String host) {
        try {
            return host.equals("localhost")
                    || host.matches("[\\d.]+|\\[.*\\]")
                            && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
