package dev.exdate;

import dev.exdate.cli.ExdateLine;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the program; what needs no framework answers before it is started. */
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        if (ExdateLine.answersAtOnce(arguments)) {
            System.exit(ExdateLine.execute(arguments));
        }
        Quarkus.run(Application.class, arguments);
    }

    /** The program within the framework. */
    public static final class Application implements QuarkusApplication {
        @Override
        public int run(String... arguments) {
            return ExdateLine.execute(arguments);
        }
    }
}
