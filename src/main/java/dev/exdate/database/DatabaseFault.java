package dev.exdate.database;

import java.io.IOException;
import java.sql.SQLException;

/** What an error of the database means: whether repeating the unit may help, and the message for people. */
public enum DatabaseFault {
    /** The transaction was cancelled because of a conflict with another one. */
    CONFLICT(true),
    /** The connection broke: the server restarts, fails over or can't be reached. */
    GONE(true),
    /** All connections the server has are taken. */
    CROWDED(true),
    /** The server cancelled the statement: a time-out, an unavailable lock, or someone's cancel request. */
    CUT_OFF(true),
    /** A standby answered; it may be about to become the primary. */
    STANDBY(true),
    DISK_FULL(false),
    READ_ONLY(false),
    /** Anything else: a missing right, a wrong statement. */
    OTHER(false);

    private final boolean heals;

    DatabaseFault(boolean heals) {
        this.heals = heals;
    }

    /** Whether repeating the whole unit may succeed. */
    public boolean heals() {
        return heals;
    }

    public static DatabaseFault of(SQLException failure) {
        SQLException stated = stated(failure);
        String state = stated.getSQLState() == null ? "" : stated.getSQLState();
        return switch (state) {
            case "40001", "40P01" -> CONFLICT;
            case "57P01", "57P02", "57P03", "57P05", "25P03" -> GONE;
            case "53300" -> CROWDED;
            case "57014", "55P03" -> CUT_OFF;
            case "53100" -> DISK_FULL;
            case "25006" -> stated instanceof OnStandby ? STANDBY : READ_ONLY;
            default -> state.startsWith("08") || state.isEmpty() && brokenWire(failure) ? GONE : OTHER;
        };
    }

    /** One line: what happened, with the server's message, and what to do. */
    public static String line(SQLException failure) {
        String said = said(failure);
        return switch (of(failure)) {
            case CONFLICT ->
                "the database cancelled this transaction again and again because of conflicts with others (" + said
                        + ")";
            case GONE ->
                "the connection to the database was lost and did not come back in time (" + said
                        + "); when the server is up again, continue with `exdate run --resume`";
            case CROWDED ->
                "the server has no free connection (" + said + "); raise max_connections or stop other clients";
            case CUT_OFF ->
                "the server cancelled a statement (" + said + "); check its time-outs and who holds the lock";
            case DISK_FULL ->
                "the server's disk is full (" + said + "); free space there, then continue with `exdate run --resume`";
            case READ_ONLY -> "the database is read-only (" + said + "); see default_transaction_read_only";
            case STANDBY ->
                "the server is a standby and did not become the primary in time (" + said
                        + "); set DATABASE_URL to the primary";
            case OTHER -> said;
        };
    }

    private static String said(SQLException failure) {
        SQLException stated = stated(failure);
        String message = stated.getMessage() == null ? "no message from the server" : stated.getMessage();
        return message.lines().findFirst().orElse("").strip().replaceFirst("^(FATAL|ERROR|PANIC): ", "");
    }

    /** The first cause with an SQL state; wrappers have none. */
    private static SQLException stated(SQLException failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 10; depth++) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql;
            }
            cause = cause.getCause();
        }
        return failure;
    }

    private static boolean brokenWire(SQLException failure) {
        Throwable cause = failure.getCause();
        for (int depth = 0; cause != null && depth < 10; depth++) {
            if (cause instanceof IOException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
