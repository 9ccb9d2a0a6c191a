package dev.exdate.web;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** A way to send one request. */
@FunctionalInterface
interface Transport {
    /**
     * @param timeout up to the last byte
     * @throws UnreadableAnswer if asking again would not give a better answer
     * @throws IOException if no complete answer came within the time-out
     */
    Exchange.Answered get(URI address, Map<String, String> headers, Duration timeout)
            throws IOException, InterruptedException;

    /** Whether it goes there through a proxy. */
    default ProxyRoute route(URI address) {
        return ProxyRoute.DIRECT;
    }
}
