package dev.exdate.settings;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The proxies that the environment names.
 *
 * @param https for addresses with {@code https:}
 * @param http for addresses with {@code http:}
 * @param except the hosts that need none, as {@code NO_PROXY} lists them
 */
public record ProxySettings(Optional<ProxyAddress> https, Optional<ProxyAddress> http, String except) {
    static ProxySettings of(UnprefixedConfig config) {
        return new ProxySettings(
                config.httpsProxy().map(text -> ProxyAddress.read("HTTPS_PROXY", text)),
                config.httpProxy().map(text -> ProxyAddress.read("HTTP_PROXY", text)),
                config.noProxy().orElse(""));
    }

    List<Secret> secrets() {
        return Stream.of(https, http)
                .flatMap(Optional::stream)
                .flatMap(proxy -> proxy.secrets().stream())
                .toList();
    }
}
