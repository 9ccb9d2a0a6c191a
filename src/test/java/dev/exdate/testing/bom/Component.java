package dev.exdate.testing.bom;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing that the program or its image is made of.
 *
 * @param ecosystem as OSV names it: {@code Maven}, {@code Debian:12}
 * @param name {@code group:artifact}, or a Debian source package
 */
public record Component(String ecosystem, String name, String version) {
    private static final Pattern MAVEN = Pattern.compile("pkg:maven/([^/@?]+)/([^/@?]+)@([^?]+)(?:\\?.*)?");
    private static final Pattern DEBIAN = Pattern.compile("pkg:deb/debian/([^/@?]+)@([^?]+)(?:\\?(.*))?");
    private static final Pattern RELEASE = Pattern.compile("(?:^|&)distro=debian-(\\d+)");
    private static final Pattern SOURCE = Pattern.compile("(?:^|&)upstream=([^&]+)");

    /** Empty for a package of another kind, which no advisory of these ecosystems is about. */
    public static Optional<Component> of(String purl) {
        Matcher maven = MAVEN.matcher(purl);
        if (maven.matches()) {
            return Optional.of(new Component(
                    "Maven", decoded(maven.group(1)) + ":" + decoded(maven.group(2)), decoded(maven.group(3))));
        }
        Matcher debian = DEBIAN.matcher(purl);
        if (!debian.matches()) {
            return Optional.empty();
        }
        String more = debian.group(3) == null ? "" : debian.group(3);
        Matcher release = RELEASE.matcher(more);
        Matcher source = SOURCE.matcher(more);
        String[] upstream = source.find() ? decoded(source.group(1)).split("@", 2) : new String[] {""};
        return Optional.of(new Component(
                release.find() ? "Debian:" + release.group(1) : "Debian",
                upstream[0].isEmpty() ? decoded(debian.group(1)) : upstream[0],
                upstream.length == 2 ? upstream[1] : decoded(debian.group(2))));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name + " " + version;
    }
}
