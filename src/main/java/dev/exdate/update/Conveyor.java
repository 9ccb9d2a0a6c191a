package dev.exdate.update;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Work over three rooms: one thread finds what is to do, several do it, the calling thread takes the results. What lies
 * between them is bounded, so that a slow room slows the ones before it instead of filling the memory. The first
 * exception of any room, an interrupt of the caller included, ends all of them and is thrown here.
 *
 * @param workers threads in the middle room, virtual ones
 * @param waiting how much may lie between two rooms
 */
record Conveyor(int workers, int waiting) {

    /** The first room; puts what it finds on the belt, one by one. */
    interface Source<A> {
        void feed(Belt<A> belt) throws Exception;
    }

    /** Where something is put; blocks while it is full. */
    interface Belt<A> {
        void put(A item) throws InterruptedException;
    }

    /** The middle room, run by several threads at once. */
    interface Work<A, B> {
        B on(A item) throws Exception;
    }

    /** The last room: the caller's thread. */
    interface Sink<B> {
        void take(B item) throws Exception;
    }

    private sealed interface Step<T> {}

    private record Item<T>(T value) implements Step<T> {}

    private record End<T>() implements Step<T> {}

    private record Broken<T>(Throwable cause) implements Step<T> {}

    <A, B> void run(Source<A> source, Work<A, B> work, Sink<B> sink) throws Exception {
        BlockingQueue<Step<A>> todo = new ArrayBlockingQueue<>(waiting);
        // Not bounded by itself: the end and a break must get through even while nobody takes.
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
