package dev.exdate;

import dev.exdate.cli.ExdateLine;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.context.Dependent;

/** The program within the framework. */
@Dependent
public final class ExdateApplication implements QuarkusApplication {
    private final ExdateLine line;

    ExdateApplication(ExdateLine line) {
        this.line = line;
    }

    @Override
    public int run(String... arguments) {
        return line.execute(arguments);
    }
}
