package dev.exdate.sandbox.site;

import dev.exdate.settings.SourceId;

/** One source on the sandbox's port: its real paths, and how it refuses. */
public interface Site {
    SourceId source();

    boolean serves(String path);

    /**
     * The answer to what the source would be asked.
     *
     * @throws java.time.DateTimeException when a date in the address is none
     * @throws NumberFormatException when a number in the address is none
     */
    SandboxAnswer answer(SandboxRequest request);

    /** How the source says this status. */
    default SandboxAnswer refusal(int status) {
        return SandboxAnswer.bare(status);
    }
}
