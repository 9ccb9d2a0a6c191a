package dev.exdate;

import dev.exdate.cli.ExdateLine;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Locale;

/** Starts the program. Quarkus is started for what works with it; all other commands answer sooner without. */
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // What is printed and logged is read by programs too: digits and separators are the same everywhere.
        Locale.setDefault(Locale.ROOT);
        Thread.setDefaultUncaughtExceptionHandler(ExdateLine::uncaught);
        if (ExdateLine.needsFramework(arguments)) {
            Quarkus.run(Application.class, arguments);
        } else {
            System.exit(ExdateLine.execute(arguments));
        }
    }

    /** The program within the framework. */
    public static final class Application implements QuarkusApplication {
        @Override
        public int run(String... arguments) {
            return ExdateLine.execute(arguments);
        }
    }
}
