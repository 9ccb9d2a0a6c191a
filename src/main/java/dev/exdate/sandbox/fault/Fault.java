package dev.exdate.sandbox.fault;

import dev.exdate.settings.SourceId;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * One thing that goes wrong.
 *
 * @param source empty for every source
 * @param prefix how the path (with its query) begins; empty for every path
 * @param argument as written, empty for none
 * @param share per cent of the requests, 100 for all
 * @param first how many requests at most are struck
 * @param text as written
 */
public record Fault(
        Optional<SourceId> source,
        String prefix,
        FaultKind kind,
        String argument,
        double share,
        int first,
        String text) {

    boolean concerns(SourceId asked, String address) {
        return source.filter(named -> named != asked).isEmpty() && address.startsWith(prefix);
    }

    /** Of a delay; of a hang the time until the connection is closed, empty for never. */
    public Optional<Duration> duration() {
        return argument.isEmpty() ? Optional.empty() : Optional.of(FaultText.duration(argument));
    }

    int status() {
        return Integer.parseInt(argument);
    }

    Charset charset() {
        return argument.isEmpty() ? StandardCharsets.UTF_16 : Charset.forName(argument);
    }

    /** Of prices and amounts. */
    public BigDecimal factor() {
        return argument.isEmpty() ? BigDecimal.valueOf(100) : new BigDecimal(argument);
    }

    public boolean quiet() {
        return argument.equals("quiet");
    }
}
