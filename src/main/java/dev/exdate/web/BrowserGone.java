package dev.exdate.web;

import java.io.IOException;

/** The browser did not start, or has stopped answering: says nothing about the source. */
final class BrowserGone extends IOException {
    private static final long serialVersionUID = 1L;

    BrowserGone(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
