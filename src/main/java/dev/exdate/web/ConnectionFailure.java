package dev.exdate.web;

import dev.exdate.settings.FailureLine;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** Why no answer came, in words for a person. */
final class ConnectionFailure {
    private ConnectionFailure() {}

    /** @param nextHop the host itself, or the proxy before it */
    static String words(IOException e, String host, String nextHop, Duration timeout) {
        return switch (e) {
            case HttpConnectTimeoutException ignored -> "timed out connecting to " + nextHop;
            case HttpTimeoutException ignored -> "timed out after " + seconds(timeout);
            case ConnectException refused ->
                hasNoAddress(refused)
                        ? nextHop + " can't be resolved; check the name and the name resolution"
                        : "no connection to " + nextHop;
            case SSLException ignored -> "TLS handshake with " + host + " failed";
            default -> FailureLine.of(e);
        };
    }

    private static boolean hasNoAddress(Throwable refused) {
        Throwable cause = refused;
        for (int depth = 0; cause != null && depth < 5; depth++) {
            if (cause instanceof UnresolvedAddressException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static String seconds(Duration time) {
        return time.toMillisPart() == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
