package dev.exdate.web;

import java.io.IOException;

/** An answer came that asking again would not make better: too large, broken gzip, a redirect away from the source. */
final class UnreadableAnswer extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableAnswer(String message) {
        super(message);
    }
}
