package dev.exdate.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine;

/** The version of this program. */
public final class Version implements CommandLine.IVersionProvider {
    /** Read when the class is initialised, which for the executable is at build time. */
    private static final String NUMBER = read();

    /** {@code 0.1.0}. */
    public static String number() {
        return NUMBER;
    }

    private static String read() {
        try (InputStream in = Version.class.getResourceAsStream("/version.properties")) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether these arguments ask for nothing else. */
    public static boolean isAllThatIsAsked(String... arguments) {
        return arguments.length == 1 && (arguments[0].equals("--version") || arguments[0].equals("-V"));
    }

    /** {@code exdate 0.1.0}. */
    public static String shown() {
        return "exdate " + number();
    }

    @Override
    public String[] getVersion() {
        return new String[] {shown()};
    }
}
