package dev.exdate.web;

import dev.exdate.format.Payload;
import java.time.Instant;
import java.util.Optional;

/** Whether a source could be reached, whatever it said. */
public sealed interface Reached {
    /** @param dated what the clock of the source's server said */
    record Answered(Payload payload, Optional<Instant> dated) implements Reached {
        private static final int PROXY = 407;
        private static final int TOO_MANY = 429;
        private static final int SERVER = 500;

        /** Whether a server, or a proxy on the way, has refused to do its work. */
        public boolean refuses() {
            int status = payload.status();
            return status == PROXY || status == TOO_MANY || status >= SERVER;
        }
    }

    /** @param why in one line */
    record Failed(String why) implements Reached {}
}
