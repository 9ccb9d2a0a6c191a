package dev.exdate.database;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The fence of the run that is at work; nothing passes while none is. Thread-safe. */
@Singleton
public final class RunFence {
    private final AtomicReference<@Nullable WriteFence> current = new AtomicReference<>();

    /** From now on who has this fence's right may write. */
    public void set(WriteFence ofTheRun) {
        current.set(ofTheRun);
    }

    /**
     * For the rest of the transaction.
     *
     * @throws LockLost when another run has taken over, or none is at work
     */
    void require(Handle handle) throws SQLException {
        WriteFence ofTheRun = current.get();
        if (ofTheRun == null) {
            throw new LockLost("no active run may write");
        }
        ofTheRun.require(handle);
    }
}
