package dev.exdate.sandbox;

import dev.exdate.sandbox.site.HoldingsText;
import java.time.Clock;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** All requests to the sources so far, in the order in which they ended. */
final class RequestLog {
    private final Clock clock;
    private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();

    RequestLog(Clock clock) {
        this.clock = clock;
    }

    /** Status 0 means no answer. */
    void add(String source, String path, int status, long milliseconds) {
        entries.add(new Entry(clock.instant(), source, path, status, milliseconds));
    }

    String csv() {
        StringBuilder csv = new StringBuilder("time,source,path,status,milliseconds\n");
        entries.forEach(entry -> csv.append(entry.time())
                .append(',')
                .append(entry.source())
                .append(',')
                .append(HoldingsText.csv(entry.path()))
                .append(',')
                .append(entry.status())
                .append(',')
                .append(entry.milliseconds())
                .append('\n'));
        return csv.toString();
    }

    private record Entry(Instant time, String source, String path, int status, long milliseconds) {}
}
