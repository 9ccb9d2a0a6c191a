package dev.exdate.testing.bom;

import java.util.Comparator;
import org.apache.maven.artifact.versioning.ComparableVersion;

/** Which of two versions is the newer one, by the rules of their ecosystem. */
public final class Versions {
    private Versions() {}

    public static Comparator<String> of(String ecosystem) {
        return ecosystem.startsWith("Debian") ? Versions::debian : Comparator.comparing(ComparableVersion::new);
    }

    /** Debian's policy manual, section 5.6.12: epoch, version, revision. */
    private static int debian(String one, String other) {
        int epochs = Integer.compare(epoch(one), epoch(other));
        if (epochs != 0) {
            return epochs;
        }
        String a = one.substring(one.indexOf(':') + 1);
        String b = other.substring(other.indexOf(':') + 1);
        int versions = parts(before(a), before(b));
        return versions != 0 ? versions : parts(revision(a), revision(b));
    }

    private static int epoch(String version) {
        int colon = version.indexOf(':');
        return colon < 0 ? 0 : Integer.parseInt(version.substring(0, colon));
    }

    private static String before(String version) {
        int dash = version.lastIndexOf('-');
        return dash < 0 ? version : version.substring(0, dash);
    }

    private static String revision(String version) {
        int dash = version.lastIndexOf('-');
        return dash < 0 ? "0" : version.substring(dash + 1);
    }

    /** By turns what is no digit, sign by sign, and digits, as numbers. */
    private static int parts(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() || j < other.length()) {
            while (isSign(one, i) || isSign(other, j)) {
                int signs = Integer.compare(order(one, i), order(other, j));
                if (signs != 0) {
                    return signs;
                }
                i++;
                j++;
            }
            int iEnd = digits(one, i);
            int jEnd = digits(other, j);
            int numbers = number(one, i, iEnd).compareTo(number(other, j, jEnd));
            if (numbers != 0) {
                return numbers;
            }
            i = iEnd;
            j = jEnd;
        }
        return 0;
    }

    private static boolean isSign(String text, int at) {
        return at < text.length() && !Character.isDigit(text.charAt(at));
    }

    /** The tilde before the end, the end (or a digit) before letters, letters before all else. */
    private static int order(String text, int at) {
        if (!isSign(text, at)) {
            return 0;
        }
        char sign = text.charAt(at);
        return sign == '~' ? -1 : Character.isLetter(sign) ? sign : sign + 256;
    }

    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static java.math.BigInteger number(String text, int from, int to) {
        return from >= to ? java.math.BigInteger.ZERO : new java.math.BigInteger(text.substring(from, to));
    }
}
