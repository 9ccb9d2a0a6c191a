package dev.exdate.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** This machine, as the journal names it. */
final class Host {
    private Host() {}

    /** Pods and containers say their name in the environment, without a look-up. */
    static String name() {
        String named = System.getenv("HOSTNAME");
        if (named != null && !named.isBlank()) {
            return named;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
