package dev.exdate.web.browser;

import java.io.IOException;

/** The browser itself fails: it does not start, or does not answer. */
public final class BrowserException extends IOException {
    private static final long serialVersionUID = 1L;

    BrowserException(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
