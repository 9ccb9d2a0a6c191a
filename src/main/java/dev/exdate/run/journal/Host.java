package dev.exdate.run.journal;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** This machine, as the journal names it. */
public final class Host {
    private Host() {}

    private static final Path KERNEL = Path.of("/proc/sys/kernel/hostname");

    /**
     * Pods and containers have their name in the environment, and the kernel knows it too; neither needs a DNS look-up.
     */
    public static String name() {
        String named = System.getenv("HOSTNAME");
        if (named != null && !named.isBlank()) {
            return named;
        }
        try {
            return Files.exists(KERNEL)
                    ? Files.readString(KERNEL).strip()
                    : InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return "unknown";
        }
    }
}
