package dev.exdate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelFetchTest {
    @Test
    void everyAnswerComesOnceOnTheCallingThread() throws InterruptedException {
        Thread caller = Thread.currentThread();
        List<Integer> taken = new ArrayList<>();
        ParallelFetch.<Integer, Integer, RuntimeException>askAll(
                IntStream.range(0, 500).boxed().toList(), question -> question * 2, answers -> {
                    assertThat(Thread.currentThread()).isSameAs(caller);
                    answers.forEach(it -> taken.add(it.answer() - it.question()));
                });
        assertThat(taken.stream().sorted().toList())
                .isEqualTo(IntStream.range(0, 500).boxed().toList());
    }

    @Test
    void aBrokenQuestionEndsTheOthers() {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(2);
        AtomicInteger interrupted = new AtomicInteger();
        assertThatThrownBy(() -> ParallelFetch.<Integer, Integer, RuntimeException>askAll(
                        List.of(1, 2, 3),
                        question -> {
                            if (question == 2) {
                                others.await();
                                throw new IllegalStateException("broken");
                            }
                            others.countDown();
                            try {
                                never.await();
                            } catch (InterruptedException e) {
                                interrupted.incrementAndGet();
                                throw e;
                            }
                            return question;
                        },
                        answers -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken");
        assertThat(interrupted).hasValue(2);
    }

    @Test
    void anInterruptOfTheCallerEndsAllSoon() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(2);
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                ParallelFetch.<Integer, Integer, RuntimeException>askAll(
                        List.of(1, 2),
                        question -> {
                            asked.countDown();
                            never.await();
                            return question;
                        },
                        answers -> {});
            } catch (InterruptedException e) {
                ended.countDown();
            }
        });
        asked.await();
        caller.interrupt();
        caller.join();
        assertThat(ended.getCount()).isZero();
    }
}
