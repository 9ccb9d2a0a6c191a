package dev.exdate.cli;

import dev.exdate.run.ExitCode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether all that was printed has arrived. Streams of the Java library only remember that something has not. */
public final class StandardOutput {
    private static final Path ITSELF = Path.of("/proc/self/fd/1");

    private StandardOutput() {}

    /**
     * The exit code of a command that has ended: {@link ExitCode#OUTPUT_LOST} where it went well and its output is lost.
     * A line says why, except where the reader at the other end of a pipe has gone: it has what it wanted, like {@code
     * head}.
     */
    public static int checked(int exitCode, PrintStream out, PrintStream err) {
        if (!out.checkError()) {
            return exitCode;
        }
        String reason = reason();
        if (!reason.contains("Broken pipe") && !leadsToAReader()) {
            err.println("exdate: cannot write to standard output" + reason
                    + "; the output is incomplete: free space or choose another file");
        }
        return exitCode == ExitCode.DONE ? ExitCode.OUTPUT_LOST : exitCode;
    }

    private static boolean leadsToAReader() {
        try {
            String target = Files.readSymbolicLink(ITSELF).toString();
            return target.startsWith("pipe:") || target.startsWith("socket:");
        } catch (IOException e) {
            return false;
        }
    }

    /** By trying once more, since the first error is not kept anywhere. */
    private static String reason() {
        try {
            new FileOutputStream(FileDescriptor.out).write('\n');
            return "";
        } catch (IOException e) {
            return e.getMessage() == null ? "" : " (" + e.getMessage() + ")";
        }
    }
}
