package dev.exdate.database;

import java.sql.SQLException;

/** A standby answered instead of the primary: the servers are failing over, or the address is wrong. */
final class OnStandby extends SQLException {
    private static final long serialVersionUID = 1L;

    /** @param refused the server's message about the write */
    OnStandby(SQLException refused) {
        super(refused.getMessage(), refused.getSQLState(), refused);
    }
}
