package dev.exdate.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against scripted servers in virtual time. */
class FoundRateTest {
    /** Refuses what comes faster than its limit, counted over a window that rolls with the requests. */
    private static final class Server {
        private final Deque<Double> accepted = new ArrayDeque<>();
        private final double window;
        private double limit;
        private int refusals;
        private int answers;

        Server(double limit, double window) {
            this.limit = limit;
            this.window = window;
        }

        boolean accepts(double now) {
            answers++;
            while (!accepted.isEmpty() && accepted.getFirst() <= now - window) {
                accepted.removeFirst();
            }
            if (accepted.size() + 1 > limit * window + 1e-9) {
                refusals++;
                return false;
            }
            accepted.addLast(now);
            return true;
        }
    }

    private record Coming(double at, boolean accepted) {}

    private double now;

    /** Asks for so long; answers come after the latency, and after a refusal nothing is asked for a second. */
    private void ask(FoundRate rate, Server server, double seconds, double latency) {
        PriorityQueue<Coming> coming = new PriorityQueue<>((one, other) -> Double.compare(one.at(), other.at()));
        double end = now + seconds;
        double next = now;
        while (next < end) {
            while (!coming.isEmpty() && coming.peek().at() <= next) {
                Coming answer = coming.poll();
                if (answer.accepted()) {
                    rate.wentThrough(answer.at());
                } else {
                    rate.refused(answer.at());
                    next = Math.max(next, answer.at() + 1);
                }
            }
            now = next;
            coming.add(new Coming(now + latency, server.accepts(now)));
            next = now + 1 / rate.rate();
        }
        now = end;
    }

    @ParameterizedTest(name = "limit {0}/s over {1} s, start {2}/s, latency {3} s")
    @CsvSource({
        "20,  1,  2,   0.02",
        "20,  1,  2,   0.4",
        "8,   1,  2,   0.1",
        "5,   10, 2,   0.1",
        "50,  1,  5,   0.05",
        "10,  10, 2,   0.1",
        "4,   5,  10,  0.1"
    })
    void withinAMinuteItIsNearTheLimitAndRarelyRefused(double limit, double window, double start, double latency) {
        FoundRate rate = new FoundRate(start);
        Server server = new Server(limit, window);
        ask(rate, server, 60, latency);
        assertThat(rate.rate()).isGreaterThanOrEqualTo(0.9 * limit);
        int before = server.answers;
        int refused = server.refusals;
        ask(rate, server, 1740, latency);
        assertThat(server.refusals).as("of all in half an hour").isLessThanOrEqualTo(server.answers / 100);
        assertThat((server.answers - before - (server.refusals - refused)) / 1740.0)
                .as("accepted a second from then on")
                .isGreaterThanOrEqualTo(0.9 * limit);
    }

    @Test
    void aLimitThatFallsIsFollowedAndOneThatRisesIsFound() {
        FoundRate rate = new FoundRate(2);
        Server server = new Server(20, 1);
        ask(rate, server, 120, 0.1);
        server.limit = 6;
        ask(rate, server, 120, 0.1);
        assertThat(rate.rate()).isBetween(5.4, 6.1);
        server.limit = 15;
        ask(rate, server, 900, 0.1);
        assertThat(rate.rate()).isBetween(13.5, 15.1);
    }

    @Test
    void whatIsNotUsedProvesNothing() {
        FoundRate rate = new FoundRate(2);
        for (int second = 0; second < 600; second += 2) {
            rate.wentThrough(second);
        }
        assertThat(rate.rate()).isEqualTo(2);
    }

    @Test
    void theNextNightBeginsWithWhatWasFound() {
        FoundRate rate = new FoundRate(2);
        Server server = new Server(20, 1);
        ask(rate, server, 120, 0.1);
        FoundRate next = new FoundRate(rate.settled());
        int refused = server.refusals;
        int before = server.answers;
        ask(next, server, 60, 0.1);
        assertThat((server.answers - before) / 60.0).isGreaterThanOrEqualTo(18);
        assertThat(server.refusals - refused).isLessThanOrEqualTo(4);
    }
}
