package dev.exdate.web;

import dev.exdate.settings.ProxyAddress;
import dev.exdate.settings.ProxySettings;
import java.net.URI;
import java.util.Optional;

/**
 * The way of a request.
 *
 * @param proxy empty: straight to the host
 */
public record ProxyRoute(Optional<ProxyAddress> proxy) {
    static final ProxyRoute DIRECT = new ProxyRoute(Optional.empty());

    /** The way to this address, which must have a host. */
    public static ProxyRoute to(URI address, ProxySettings settings) {
        Optional<ProxyAddress> proxy =
                "https".equalsIgnoreCase(address.getScheme()) ? settings.https() : settings.http();
        return new ProxyRoute(proxy.filter(one -> !NoProxy.of(settings.except()).covers(address.getHost())));
    }

    /** For people: {@code directly}, or {@code through the proxy proxy.example:3128 (HTTPS_PROXY)}. */
    public String shown() {
        return proxy.map(one -> "through the proxy " + one.shown() + " (" + one.setting() + ")")
                .orElse("directly");
    }
}
