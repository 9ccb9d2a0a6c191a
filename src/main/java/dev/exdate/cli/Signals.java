package dev.exdate.cli;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import sun.misc.Signal;

/**
 * INT and TERM while a run works: the first one tells the run to end, which then ends with the signal's exit code; a second
 * one ends the program at once.
 */
final class Signals implements AutoCloseable {
    private final AtomicReference<Signal> received = new AtomicReference<>();
    private final Signal interrupt = new Signal("INT");
    private final Signal terminate = new Signal("TERM");

    private Signals() {}

    /** @param end takes the reason, {@code TERM received} */
    static Signals catching(Consumer<String> end) {
        Signals signals = new Signals();
        Signal.handle(signals.interrupt, signal -> signals.caught(signal, end));
        Signal.handle(signals.terminate, signal -> signals.caught(signal, end));
        return signals;
    }

    private void caught(Signal signal, Consumer<String> end) {
        if (received.compareAndSet(null, signal)) {
            end.accept(signal.getName() + " received");
        } else {
            Runtime.getRuntime().halt(ExitCode.SIGNAL + signal.getNumber());
        }
    }

    /** 130 or 143 once a signal came. */
    Optional<Integer> exitCode() {
        return Optional.ofNullable(received.get()).map(signal -> ExitCode.SIGNAL + signal.getNumber());
    }

    @Override
    public void close() {
        Signal.handle(interrupt, sun.misc.SignalHandler.SIG_DFL);
        Signal.handle(terminate, sun.misc.SignalHandler.SIG_DFL);
    }
}
