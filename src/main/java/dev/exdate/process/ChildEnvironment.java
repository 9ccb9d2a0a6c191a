package dev.exdate.process;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The environment of child processes: what programs need to find their files and to use the right language, never a
 * setting. Settings may be secrets, and a child's own children or a core dump would expose them.
 */
public final class ChildEnvironment {
    private static final Set<String> NAMES = Set.of(
            "PATH",
            "HOME",
            "USER",
            "LOGNAME",
            "SHELL",
            "LANG",
            "LANGUAGE",
            "TZ",
            "TZDIR",
            "TMPDIR",
            "LD_LIBRARY_PATH",
            "SSL_CERT_FILE",
            "SSL_CERT_DIR",
            "PGPASSFILE",
            "PGSSLROOTCERT",
            "PGSSLCERT",
            "PGSSLKEY",
            "PGSSLCRL");

    private ChildEnvironment() {}

    /** @param whole this program's */
    public static Map<String, String> of(Map<String, String> whole) {
        Map<String, String> known = new TreeMap<>(whole);
        known.keySet()
                .removeIf(name -> !NAMES.contains(name)
                        && !name.startsWith("LC_")
                        && !name.startsWith("XDG_")
                        && !name.startsWith("FONTCONFIG_"));
        return known;
    }

    /** For the operator's own program, which may need its own variables: everything except Exdate's settings. */
    public static void withoutSettings(ProcessBuilder child) {
        child.environment()
                .keySet()
                .removeIf(name -> name.startsWith("EXDATE_")
                        || name.startsWith("PG")
                        || name.endsWith("_API_KEY")
                        || name.endsWith("_API_KEY_FILE")
                        || name.startsWith("DATABASE_URL")
                        || name.equals("CREDENTIALS_DIRECTORY"));
    }

    /** For a new child process. */
    public static void in(ProcessBuilder child) {
        Map<String, String> known = of(child.environment());
        child.environment().keySet().retainAll(known.keySet());
    }
}
