package dev.exdate.sandbox.fault;

import dev.exdate.settings.SourceId;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * One simulated fault.
 *
 * @param source empty for every source
 * @param prefix the beginning of the path (with its query); empty for every path
 * @param argument as written, empty for none
 * @param share percentage of the affected requests
 * @param first the maximum number of affected requests
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

    /** The length of a delay, or the time until a hanging connection is closed; empty for never. */
    public Optional<Duration> duration() {
        return argument.isEmpty() ? Optional.empty() : Optional.of(FaultText.duration(argument));
    }

    int status() {
        return Integer.parseInt(argument);
    }

    Charset charset() {
        return argument.isEmpty() ? StandardCharsets.UTF_16 : Charset.forName(argument);
    }

    /** The factor for prices and amounts. */
    public BigDecimal factor() {
        return argument.isEmpty() ? BigDecimal.valueOf(100) : new BigDecimal(argument);
    }

    public boolean quiet() {
        return argument.equals("quiet");
    }
}
