package dev.exdate.web;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/**
 * Makes many requests, several at once, each on a virtual thread. The calling thread gets the available answers in the
 * order of arrival, so that one transaction can hold several. The source's client limits the rate.
 */
public final class ParallelFetch {
    /** More than any source allows at once, and few enough to notice early that a source is down. */
    private static final int UNDER_WAY = 16;

    private ParallelFetch() {}

    /** Gets one answer; blocks. */
    @FunctionalInterface
    public interface Ask<Q, A> {
        A ask(Q question) throws InterruptedException;
    }

    /** Handles answers on the calling thread; at least one each time. */
    @FunctionalInterface
    public interface Take<Q, A, E extends Exception> {
        void take(List<Answered<Q, A>> answers) throws E;
    }

    /** A question with its answer. */
    public record Answered<Q, A>(Q question, A answer) {}

    private sealed interface Arrival<Q, A> {
        record Came<Q, A>(Answered<Q, A> answered) implements Arrival<Q, A> {}

        record Broke<Q, A>(Throwable cause) implements Arrival<Q, A> {}
    }

    /**
     * Returns when all answers are handled. An interrupt or an exception on either side soon ends the rest and is
     * thrown here.
     */
    public static <Q, A, E extends Exception> void askAll(
            List<? extends Q> questions, Ask<? super Q, ? extends A> ask, Take<Q, A, E> take)
            throws InterruptedException, E {
        BlockingQueue<Arrival<Q, A>> arrivals = new LinkedBlockingQueue<>();
        Semaphore places = new Semaphore(UNDER_WAY, true);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                questions.forEach(question -> threads.execute(() -> arrivals.add(arrival(question, ask, places))));
                for (int taken = 0; taken < questions.size(); ) {
                    List<Answered<Q, A>> answers = waiting(arrivals);
                    take.take(answers);
                    taken += answers.size();
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static <Q, A> Arrival<Q, A> arrival(Q question, Ask<? super Q, ? extends A> ask, Semaphore places) {
        try {
            places.acquire();
            try {
                return new Arrival.Came<>(new Answered<>(question, ask.ask(question)));
            } finally {
                places.release();
            }
        } catch (InterruptedException | RuntimeException | Error e) {
            return new Arrival.Broke<>(e);
        }
    }

    private static <Q, A> List<Answered<Q, A>> waiting(BlockingQueue<Arrival<Q, A>> arrivals)
            throws InterruptedException {
        List<Arrival<Q, A>> came = new ArrayList<>();
        came.add(arrivals.take());
        arrivals.drainTo(came);
        List<Answered<Q, A>> answers = new ArrayList<>();
        for (Arrival<Q, A> arrival : came) {
            switch (arrival) {
                case Arrival.Came<Q, A>(Answered<Q, A> answered) -> answers.add(answered);
                case Arrival.Broke<Q, A>(InterruptedException cause) ->
                    throw new InterruptedException(String.valueOf(cause.getMessage()));
                case Arrival.Broke<Q, A>(RuntimeException cause) -> throw cause;
                case Arrival.Broke<Q, A>(Error cause) -> throw cause;
                case Arrival.Broke<Q, A>(Throwable cause) -> throw new IllegalStateException(cause);
            }
        }
        return answers;
    }
}
