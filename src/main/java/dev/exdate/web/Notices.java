package dev.exdate.web;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** What the log should say about how sources are asked. Thread-safe; lines without a run at work are dropped. */
@Singleton
public final class Notices {
    private final AtomicReference<Consumer<String>> log = new AtomicReference<>(line -> {});

    /** From now on lines go there. */
    public void to(Consumer<String> lines) {
        log.set(lines);
    }

    void say(String line) {
        log.get().accept(line);
    }
}
