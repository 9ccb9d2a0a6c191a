package dev.exdate.update;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Work in three stages: one thread finds the work, several threads do it, and the calling thread handles the results.
 * The queues between them are bounded, so that a slow stage slows the ones before it instead of filling the memory. The
 * first exception in any stage, or an interrupt of the caller, ends all stages and is thrown here.
 *
 * @param workers virtual threads in the middle stage
 * @param waiting the size of the queue between two stages
 */
record Conveyor(int workers, int waiting) {

    /** The first stage; puts its items into the queue one by one. */
    interface Source<A> {
        void feed(Belt<A> belt) throws Exception;
    }

    /** The queue; blocks while it is full. */
    interface Belt<A> {
        void put(A item) throws InterruptedException;
    }

    /** The middle stage, run by several threads at once. */
    interface Work<A, B> {
        B on(A item) throws Exception;
    }

    /** The last stage, on the caller's thread. */
    interface Sink<B> {
        void take(B item) throws Exception;
    }

    private sealed interface Step<T> {}

    private record Item<T>(T value) implements Step<T> {}

    private record End<T>() implements Step<T> {}

    private record Broken<T>(Throwable cause) implements Step<T> {}

    <A, B> void run(Source<A> source, Work<A, B> work, Sink<B> sink) throws Exception {
        BlockingQueue<Step<A>> todo = new ArrayBlockingQueue<>(waiting);
        // Not bounded itself, because the end and a failure must get through even if nobody takes items.
        BlockingQueue<Step<B>> done = new LinkedBlockingQueue<>();
        Semaphore places = new Semaphore(waiting);
        AtomicInteger working = new AtomicInteger(workers);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            threads.execute(() -> guarded(done, () -> {
                source.feed(item -> todo.put(new Item<>(item)));
                todo.put(new End<>());
            }));
            for (int i = 0; i < workers; i++) {
                threads.execute(() -> guarded(done, () -> {
                    while (todo.take() instanceof Item<A> item) {
                        B result = work.on(item.value());
                        places.acquire();
                        done.add(new Item<>(result));
                    }
                    todo.put(new End<>());
                    if (working.decrementAndGet() == 0) {
                        done.add(new End<>());
                    }
                }));
            }
            drain(done, places, sink);
        } finally {
            threads.shutdownNow();
            threads.close();
        }
    }

    private static <B> void drain(BlockingQueue<Step<B>> done, Semaphore places, Sink<B> sink) throws Exception {
        while (true) {
            switch (done.take()) {
                case Item<B> item -> {
                    places.release();
                    sink.take(item.value());
                }
                case Broken<B> broken -> rethrow(broken.cause());
                case End<B> end -> {
                    return;
                }
            }
        }
    }

    private interface Room {
        void run() throws Exception;
    }

    private static <B> void guarded(BlockingQueue<Step<B>> done, Room room) {
        try {
            room.run();
        } catch (Exception | Error e) {
            done.add(new Broken<>(e));
        }
    }

    private static void rethrow(Throwable cause) throws Exception {
        switch (cause) {
            case Exception e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(cause);
        }
    }
}
