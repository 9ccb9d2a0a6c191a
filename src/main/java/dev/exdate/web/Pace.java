package dev.exdate.web;

import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How far apart requests are. Guarded by the rate limiter that has it. */
sealed interface Pace {
    /** Nanoseconds between two requests now. */
    long interval();

    void wentThrough();

    void refused();

    /** As set. A refusal makes it slower for a while. */
    final class Fixed implements Pace {
        private static final double SLOWER = 1.5;
        private static final double FASTER = 0.95;
        private static final double SLOWEST = 8;

        private final double interval;
        private double factor = 1;

        Fixed(double requestsPerSecond) {
            interval = TimeUnit.SECONDS.toNanos(1) / requestsPerSecond;
        }

        @Override
        public long interval() {
            return (long) (interval * factor);
        }

        @Override
        public void wentThrough() {
            factor = Math.max(1, factor * FASTER);
        }

        @Override
        public void refused() {
            factor = Math.min(SLOWEST, factor * SLOWER);
        }
    }

    /** As the source turns out to allow. */
    final class Found implements Pace {
        private final Supplier<OptionalDouble> before;
        private final DoubleConsumer keep;
        private final double start;
        private @Nullable FoundRate rate;
        private double kept;

        /**
         * @param start where none was found before
         * @param before what was found before; asked at the first request
         * @param keep gets what has gone well, whenever it changes
         */
        Found(double start, Supplier<OptionalDouble> before, DoubleConsumer keep) {
            this.start = start;
            this.before = before;
            this.keep = keep;
        }

        private FoundRate rate() {
            FoundRate known = rate;
            if (known == null) {
                known = new FoundRate(before.get().orElse(start));
                kept = known.settled();
                rate = known;
            }
            return known;
        }

        @Override
        public long interval() {
            return (long) (TimeUnit.SECONDS.toNanos(1) / rate().rate());
        }

        @Override
        public void wentThrough() {
            rate().wentThrough(now());
            keep();
        }

        @Override
        public void refused() {
            rate().refused(now());
            keep();
        }

        private void keep() {
            double settled = rate().settled();
            if (settled != kept) {
                kept = settled;
                keep.accept(settled);
            }
        }

        private static double now() {
            return System.nanoTime() / 1e9;
        }
    }
}
