package dev.exdate.database;

import java.sql.SQLException;

/** A standby answered where the primary should have: the servers are changing places, or the wrong one is named. */
final class OnStandby extends SQLException {
    private static final long serialVersionUID = 1L;

    /** @param refused what the server said of the write */
    OnStandby(SQLException refused) {
        super(refused.getMessage(), refused.getSQLState(), refused);
    }
}
