package dev.exdate.run;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * INT and TERM while a run works: the first one tells the run to end, which then ends with the signal's exit code; a second
 * one ends the program at once.
 */
public final class Signals implements AutoCloseable {
    private final AtomicReference<Signal> received = new AtomicReference<>();
    private final Signal interrupt = new Signal("INT");
    private final Signal terminate = new Signal("TERM");

    private final SignalHandler interruptBefore;
    private final SignalHandler terminateBefore;

    private Signals(Consumer<String> end) {
        interruptBefore = Signal.handle(interrupt, signal -> caught(signal, end));
        terminateBefore = Signal.handle(terminate, signal -> caught(signal, end));
    }

    /** @param end gets the reason, {@code SIGTERM} */
    public static Signals catching(Consumer<String> end) {
        return new Signals(end);
    }

    private void caught(Signal signal, Consumer<String> end) {
        if (received.compareAndSet(null, signal)) {
            end.accept("SIG" + signal.getName());
        } else {
            halt(ExitCode.SIGNAL + signal.getNumber());
        }
    }

    /** Ends the program at once, and its children with it. */
    static void halt(int exitCode) {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        Runtime.getRuntime().halt(exitCode);
    }

    /** 130 or 143 once a signal came. */
    public Optional<Integer> exitCode() {
        return Optional.ofNullable(received.get()).map(signal -> ExitCode.SIGNAL + signal.getNumber());
    }

    /** Restores the previous signal handlers. */
    @Override
    public void close() {
        Signal.handle(interrupt, interruptBefore);
        Signal.handle(terminate, terminateBefore);
    }
}
