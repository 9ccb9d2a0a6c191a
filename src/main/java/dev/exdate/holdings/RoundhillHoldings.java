package dev.exdate.holdings;

import dev.exdate.format.Answer;
import dev.exdate.format.Answers;
import dev.exdate.format.Failure;
import dev.exdate.source.issuer.IssuerPosition;
import dev.exdate.source.roundhill.RoundhillClient;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import java.time.LocalDate;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Roundhill's newest file of the last days; it has all funds and is read once. */
@Dependent
@Priority(20)
public final class RoundhillHoldings implements HoldingsSource {
    private static final int DAYS_BACK = 6;

    private final RoundhillClient client;
    private final ReentrantLock once = new ReentrantLock();
    private @Nullable Answer<IssuerPosition> newest;

    public RoundhillHoldings(RoundhillClient client) {
        this.client = client;
    }

    @Override
    public boolean usable() {
        return client.usable();
    }

    @Override
    public String name() {
        return "Roundhill";
    }

    /** Its weekly payers are named after their holdings, not after the issuer. */
    @Override
    public boolean has(Fund fund) {
        return fund.named("Roundhill") || fund.named("WeeklyPay");
    }

    @Override
    public Answer<HeldPosition> holdings(Fund fund, LocalDate day) throws InterruptedException {
        return Answers.map(
                newest(day),
                positions -> positions.stream()
                        .filter(position -> fund.ticker().symbol().equals(position.account()))
                        .map(IssuerHoldings::position)
                        .toList());
    }

    @Override
    public void distrust(Fund fund, LocalDate day) {
        for (int back = 0; back <= DAYS_BACK; back++) {
            client.distrust(day.minusDays(back));
        }
    }

    private Answer<IssuerPosition> newest(LocalDate day) throws InterruptedException {
        once.lockInterruptibly();
        try {
            Answer<IssuerPosition> read = newest;
            for (int back = 0; read == null && back <= DAYS_BACK; back++) {
                Answer<IssuerPosition> answer = client.holdings(day.minusDays(back));
                boolean noFile = answer instanceof Answer.Failed<IssuerPosition> failed
                        && failed.failure() == Failure.NOT_FOUND
                        && back < DAYS_BACK;
                read = noFile ? null : answer;
            }
            newest = read;
            return read == null ? Answer.failed(Failure.NOT_FOUND, "no file for the last days") : read;
        } finally {
            once.unlock();
        }
    }
}
