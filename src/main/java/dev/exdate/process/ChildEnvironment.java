package dev.exdate.process;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a program that is started gets to know of this one's environment: what programs need to find their files and to
 * speak the right language, never a setting, since those may be secrets that its own children and a core dump would show.
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

    /** In a child of the operator's own, which may need what is in the environment for it: all but Exdate's settings. */
    public static void withoutSettings(ProcessBuilder child) {
        child.environment()
                .keySet()
                .removeIf(name -> name.startsWith("EXDATE_")
                        || name.startsWith("PG")
                        || name.endsWith("_API_KEY")
                        || name.equals("DATABASE_URL"));
    }

    /** In a child that is being made. */
    public static void in(ProcessBuilder child) {
        Map<String, String> known = of(child.environment());
        child.environment().keySet().retainAll(known.keySet());
    }
}
