package dev.exdate.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How a sandbox is set up.
 *
 * @param port on 127.0.0.1, 0 for any free one
 * @param symbols how many listings the market has
 * @param seed the same seed, symbols and day give the same bytes
 * @param latency before each answer of a source
 * @param faults what goes wrong, as {@link #FAULTS_HELP} says: a file's name or an expression, empty for nothing
 * @param answers a list of saved answers, as {@link #ANSWERS_HELP} says
 * @param today the New York day the market stands on
 */
public record SandboxOptions(
        int port, int symbols, long seed, Duration latency, String faults, Optional<Path> answers, LocalDate today) {

    /** The language of faults, for a command's help: 80 columns, percent signs doubled. */
    public static final String FAULTS_HELP = """
            Faults: source[/path]=fault[:argument][@share%%][ xN]
            Several stand between commas or semicolons, or one a line in a file, where #
            begins a comment. The source is an id such as yahoo, or * for all; /path is
            how the path (and query) begins; the share is of the requests (default all);
            xN, also written first:N, strikes only N of them. Which are struck depends on
            the seed, the address and how often it was asked. Delays add up; of the others
            the first that strikes counts.
              status:503       this status, with the source's own body for it
              delay:500ms      the answer comes later (ms, s, m)
              hang  hang:30s   no answer; the connection stays open, or for a time
              reset            the connection is closed without an answer
              cut  cut:quiet   half the body, then the connection breaks; quiet: the
                               length says that it was all
              html             a bot wall's page with status 200
              charset:UTF-16   the bytes are not in the charset that the header says
              layout           columns, fields and links have other names
              rate-limit:2     status 429 with Retry-After: 2, or without the header
            These look right and are not; saved answers are not touched by the first five:
              yesterday        what the source said on the trading day before
              empty            its own way of saying that there is nothing
              half             every other symbol; of a symbol every other row
              prices:100       all prices times 100 (or another factor)
              amounts:100      all distributions times 100 (or another factor)
              short            the first half of the rows, the stated count unchanged
            Example: yahoo=status:503@10%%, cboe=html x3, nasdaq=delay:500ms""";

    /** The list of saved answers, for a command's help: 80 columns. */
    public static final String ANSWERS_HELP = """
            Answers: path = [status] file
            One a line; # begins a comment. The path may have a query: then those
            parameters must be asked, others may be; of several lines that fit, the one
            with most parameters counts. A full address is taken as its path. The file's
            name is relative to the list's folder; its bytes are sent as they are. What
            the list does not name comes from the made-up market.
            Example: /v8/finance/chart/ZZTA = yahoo/zzta.json
                     /api/calendar/dividends?date=2031-01-06 = 200 nasdaq/monday.json""";

    public SandboxOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("not a port: " + port + " (0 to 65535)");
        }
        if (symbols < 0) {
            throw new IllegalArgumentException("not a number of symbols: " + symbols + " (0 or more)");
        }
        if (latency.isNegative()) {
            throw new IllegalArgumentException("not a latency: " + latency);
        }
    }

    /** 300 symbols on any port, nothing slow, nothing wrong. */
    public static SandboxOptions of(LocalDate today) {
        return new SandboxOptions(0, 300, 1, Duration.ZERO, "", Optional.empty(), today);
    }
}
