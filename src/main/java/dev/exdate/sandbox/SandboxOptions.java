package dev.exdate.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The options of a sandbox.
 *
 * @param port on 127.0.0.1, 0 for any free one
 * @param symbols number of listings in the market
 * @param seed the same seed, symbols and day give the same bytes
 * @param latency before each answer of a source
 * @param faults faults as in {@link #FAULTS_HELP}: a file name or an expression, empty for none
 * @param answers a list of saved answers as in {@link #ANSWERS_HELP}
 * @param today the market's current New York day
 */
public record SandboxOptions(
        int port, int symbols, long seed, Duration latency, String faults, Optional<Path> answers, LocalDate today) {

    /** The language of faults, for a command's help: 80 columns, percent signs doubled. */
    public static final String FAULTS_HELP = """
            Faults: source[/path]=fault[:argument][@share%%][ xN]
            Separate several with commas or semicolons, or put one per line in a file; in a
            file, # begins a comment. The source is an id such as yahoo, or * for all. /path
            is the beginning of the path (and query). The share is that of the requests
            (default: all). xN, also written first:N, affects only N of them. The seed, the
            address and the number of earlier requests decide which ones. Delays add up; of
            the other faults, the first that matches counts.
              status:503       this status, with the source's usual body for it
              delay:500ms      a later answer (ms, s, m)
              hang  hang:30s   no answer; the connection stays open, for ever or for 30 s
              reset            the connection is closed without an answer
              cut  cut:quiet   half the body, then the connection breaks; with quiet, the
                               stated length matches the half
              html             an unknown bot-check page with status 200
              wall  wall:503   a bot wall that only a browser passes; status 403 by default
              charset:UTF-16   another charset than the header states
              layout           other names for columns, fields and links
              rate-limit:2     status 429 with Retry-After: 2, or without the header
            These look right but are wrong; the first five do not change saved answers:
              yesterday        the answer of the previous trading day
              empty            the source's own answer for "nothing there"
              half             every other symbol, and every other row of a symbol
              prices:100       all prices times 100 (or another factor)
              amounts:100      all distributions times 100 (or another factor)
              short            the first half of the rows, with an unchanged stated count
            disagree=all lets the sources disagree as real ones do (off by default);
            disagree=doubled:20,phantom only in these ways, the first 20 times as often as
            in reality. docs/sandbox.md lists the ways; GET /truth/lies what is told instead
            of the truth, and from which night to which.
            Example: yahoo=status:503@10%%, cboe=html x3, nasdaq=delay:500ms""";

    /** The list of saved answers, for a command's help: 80 columns. */
    public static final String ANSWERS_HELP = """
            Answers: path = [status] file
            One per line; # begins a comment. The path may have a query: the request must
            then have these parameters and may have others. If several lines match, the one
            with the most parameters counts. Only the path of a full address counts. The
            file name is relative to the list's folder; its bytes are sent unchanged. All
            other answers come from the made-up market.
            Example: /v8/finance/chart/ZZTA = yahoo/zzta.json
                     /api/calendar/dividends?date=2031-01-06 = 200 nasdaq/monday.json""";

    public SandboxOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("--port must be 0 to 65535, not " + port);
        }
        if (symbols < 0) {
            throw new IllegalArgumentException("--symbols must be 0 or more, not " + symbols);
        }
        if (latency.isNegative()) {
            throw new IllegalArgumentException("--latency must not be negative: " + latency);
        }
    }

    /** 300 symbols on any port, without delays and faults. */
    public static SandboxOptions of(LocalDate today) {
        return new SandboxOptions(0, 300, 1, Duration.ZERO, "", Optional.empty(), today);
    }
}
