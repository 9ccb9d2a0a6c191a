package dev.exdate.settings;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A proxy for HTTP.
 *
 * @param setting that names it, {@code HTTPS_PROXY}
 * @param host a name or address; IPv6 without brackets
 * @param credentials {@code user:password}, decoded
 */
public record ProxyAddress(String setting, String host, int port, Optional<Secret> credentials) {
    private static final Pattern FORM = Pattern.compile(
            "(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://)?(?:(?<user>.*)@)?(?:\\[(?<six>[0-9A-Fa-f:.]+)]|(?<host>[\\w.-]+))(?::(?<port>\\d{1,5}))?/?");

    /** curl's. */
    private static final String DEFAULT_PORT = "1080";

    private static final String WANTED = "expected http://user:password@host:port, percent-encoded";

    /** @throws InvalidSetting for what is no such address; the message shows no part of it, which may be a password */
    static ProxyAddress read(String setting, String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new InvalidSetting(setting + " is not the address of a proxy; " + WANTED);
        }
        String scheme = Optional.ofNullable(parts.group("scheme")).orElse("http");
        if (!scheme.equalsIgnoreCase("http")) {
            throw new InvalidSetting(
                    setting + " names a proxy by " + scheme + "://, which is not supported; " + WANTED);
        }
        int port = Integer.parseInt(Optional.ofNullable(parts.group("port")).orElse(DEFAULT_PORT));
        if (port < 1 || port > 65_535) {
            throw new InvalidSetting(setting + " has no valid port; " + WANTED);
        }
        return new ProxyAddress(
                setting,
                Optional.ofNullable(parts.group("six")).orElseGet(() -> parts.group("host")),
                port,
                Optional.ofNullable(parts.group("user"))
                        .filter(user -> !user.isEmpty())
                        .map(user -> new Secret(decoded(setting, user))));
    }

    private static String decoded(String setting, String user) {
        try {
            return URLDecoder.decode(user.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // The cause's message would show part of the password.
            throw new InvalidSetting(setting + " has a % without two hex digits after it; write % itself as %25");
        }
    }

    /** For people, without credentials: {@code proxy.example:3128}. */
    public String shown() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    /** The value of {@code Proxy-Authorization}; for the wire only. */
    public Optional<String> authorization() {
        return credentials
                .map(secret -> secret.reveal().contains(":") ? secret.reveal() : secret.reveal() + ":")
                .map(pair -> "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    /** The credentials, the password by itself, and both as they are sent. */
    List<Secret> secrets() {
        return credentials.stream()
                .flatMap(pair -> {
                    String text = pair.reveal();
                    String sent = authorization().orElse("").replace("Basic ", "");
                    return List.of(pair, new Secret(text.substring(text.indexOf(':') + 1)), new Secret(sent)).stream();
                })
                .toList();
    }

    /** As {@link #shown()}. */
    @Override
    public String toString() {
        return shown();
    }
}
