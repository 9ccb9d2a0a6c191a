package dev.exdate.database;

import java.sql.SQLException;

/** Another run has taken over the right to write; this run's open work was not written. */
public final class LockLost extends SQLException {
    private static final long serialVersionUID = 1L;

    LockLost(String message) {
        super(message, "EXD01");
    }
}
