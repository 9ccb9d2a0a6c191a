package dev.exdate.sandbox.site;

import dev.exdate.settings.SourceId;

/** One source on the sandbox's port, with its real paths and refusals. */
public interface Site {
    SourceId source();

    boolean serves(String path);

    /**
     * The answer to a request.
     *
     * @throws java.time.DateTimeException when a date in the address is none
     * @throws NumberFormatException when a number in the address is none
     */
    SandboxAnswer answer(SandboxRequest request);

    /** The source's answer with this status. */
    default SandboxAnswer refusal(int status) {
        return SandboxAnswer.bare(status);
    }
}
