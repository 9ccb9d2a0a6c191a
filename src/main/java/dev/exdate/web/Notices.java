package dev.exdate.web;

import jakarta.inject.Singleton;
import java.util.function.Consumer;

/** What the log should say about how sources are asked. Thread-safe; lines without a run at work are dropped. */
@Singleton
public final class Notices {
    private volatile Consumer<String> log = line -> {};

    /** From now on lines go there. */
    public void to(Consumer<String> lines) {
        log = lines;
    }

    void say(String line) {
        log.accept(line);
    }
}
