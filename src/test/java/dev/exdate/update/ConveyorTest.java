package dev.exdate.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class ConveyorTest {
    private final Conveyor conveyor = new Conveyor(4, 8);

    private static Conveyor.Source<Integer> numbers(int count) {
        return belt -> {
            for (int i = 0; i < count; i++) {
                belt.put(i);
            }
        };
    }

    @Test
    void everyItemIsWorkedOnOnce() throws Exception {
        List<Integer> taken = new ArrayList<>();

        conveyor.run(numbers(1000), i -> i * 2, taken::add);

        assertThat(taken)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 1000).mapToObj(i -> i * 2).toList());
    }

    @Test
    void nothingToDoEndsAtOnce() throws Exception {
        List<Integer> taken = new ArrayList<>();
        conveyor.run(numbers(0), i -> i, taken::add);
        assertThat(taken).isEmpty();
    }

    @Test
    void aSlowLastRoomKeepsTheFirstFromRunningAhead() throws Exception {
        AtomicInteger found = new AtomicInteger();
        AtomicInteger furthest = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();

        conveyor.run(
                belt -> {
                    for (int i = 0; i < 500; i++) {
                        belt.put(i);
                        found.incrementAndGet();
                    }
                },
                i -> i,
                i -> furthest.accumulateAndGet(found.get() - taken.getAndIncrement(), Math::max));

        // two belts of eight, one item in each of four hands, one being put and one being taken
        assertThat(furthest.get()).isLessThanOrEqualTo(8 + 8 + 4 + 2);
    }

    @Test
    void anExceptionOfAnyRoomEndsAllAndIsThrown() {
        assertThatThrownBy(() -> conveyor.run(
                        belt -> {
                            throw new IOException("source");
                        },
                        i -> i,
                        i -> {}))
                .isInstanceOf(IOException.class)
                .hasMessage("source");
        assertThatThrownBy(() -> conveyor.run(
                        numbers(1000),
                        i -> {
                            if (i == 500) {
                                throw new IOException("work");
                            }
                            return i;
                        },
                        i -> {}))
                .isInstanceOf(IOException.class)
                .hasMessage("work");
        assertThatThrownBy(() -> conveyor.run(numbers(1000), i -> i, i -> {
                    throw new IOException("sink");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("sink");
    }

    @Test
    void anInterruptOfTheCallerEndsAllRooms() throws Exception {
        CountDownLatch working = new CountDownLatch(4);
        CountDownLatch interrupted = new CountDownLatch(4);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                conveyor.run(
                        numbers(1000),
                        i -> {
                            working.countDown();
                            try {
                                new CountDownLatch(1).await();
                            } catch (InterruptedException e) {
                                interrupted.countDown();
                                throw e;
                            }
                            return i;
                        },
                        i -> {});
            } catch (Exception e) {
                thrown.set(e);
            }
        });
        working.await();

        caller.interrupt();
        caller.join();

        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        assertThat(interrupted.getCount()).isZero();
    }
}
