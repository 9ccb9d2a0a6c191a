package dev.exdate.database;

import java.sql.SQLException;

/** Another run has taken the right to write; what this one still had under way was not written. */
public final class LockLost extends SQLException {
    private static final long serialVersionUID = 1L;

    LockLost(String message) {
        super(message, "EXD01");
    }
}
