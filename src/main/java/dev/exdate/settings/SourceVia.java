package dev.exdate.settings;

/** How a source is asked. */
public enum SourceVia {
    /** By the plain client, and through a browser if bot walls answer. */
    AUTO,
    /** Always through a browser. */
    BROWSER,
    /** Never through a browser. */
    CLIENT
}
