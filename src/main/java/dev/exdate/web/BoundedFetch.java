package dev.exdate.web;

import java.util.Iterator;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Makes many requests, a few at a time. The calling thread handles the answers one by one, in the order of arrival. */
public final class BoundedFetch {
    private final int atOnce;

    public BoundedFetch(int atOnce) {
        this.atOnce = atOnce;
    }

    /** Makes one request, on a virtual thread. */
    public interface Question<T, R> {
        R ask(T thing) throws Exception;
    }

    /** Handles one answer. */
    public interface Taker<R> {
        void take(R answer) throws Exception;
    }

    /** Ends early and interrupts open requests if any part throws or the caller is interrupted. */
    public <T, R> void each(Iterable<T> things, Question<T, R> question, Taker<R> taker) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletionService<R> answers = new ExecutorCompletionService<>(threads);
            Iterator<T> left = things.iterator();
            int underWay = 0;
            try {
                while (left.hasNext() || underWay > 0) {
                    while (left.hasNext() && underWay < atOnce) {
                        T thing = left.next();
                        answers.submit(() -> question.ask(thing));
                        underWay++;
                    }
                    R answer = answers.take().get();
                    underWay--;
                    taker.take(answer);
                }
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            } finally {
                threads.shutdownNow();
            }
        }
    }
}
