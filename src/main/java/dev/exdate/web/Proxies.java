package dev.exdate.web;

import dev.exdate.settings.ProxyAddress;
import dev.exdate.settings.ProxySettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;

/** The ways of all requests, as the HTTP client asks for them. */
final class Proxies extends ProxySelector {
    private final ProxySettings settings;

    Proxies(ProxySettings settings) {
        this.settings = settings;
    }

    ProxyRoute to(URI address) {
        return ProxyRoute.to(address, settings);
    }

    @Override
    public List<Proxy> select(URI address) {
        return List.of(to(address).proxy().map(Proxies::proxy).orElse(Proxy.NO_PROXY));
    }

    /** The name is looked up with each connection. */
    private static Proxy proxy(ProxyAddress address) {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(address.host(), address.port()));
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
        // There is no other proxy to try; the request fails with the reason.
    }
}
