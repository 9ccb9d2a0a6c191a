package dev.exdate.backup;

import java.util.Locale;

/** Bytes in words. */
final class Size {
    private Size() {}

    /** {@code 1.5 MB}. */
    static String of(long bytes) {
        if (bytes < 1 << 20) {
            return String.format(Locale.US, "%.1f KB", bytes / 1024.0);
        }
        return bytes < 1 << 30
                ? String.format(Locale.US, "%.1f MB", bytes / (1024.0 * 1024))
                : String.format(Locale.US, "%.2f GB", bytes / (1024.0 * 1024 * 1024));
    }
}
