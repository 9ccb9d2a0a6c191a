package dev.exdate.web;

import java.io.IOException;

/** An unusable answer that a retry would not improve: too large, invalid gzip, a redirect to another host. */
final class UnreadableAnswer extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableAnswer(String message) {
        super(message);
    }
}
