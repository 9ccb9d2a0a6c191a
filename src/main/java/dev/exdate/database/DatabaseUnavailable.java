package dev.exdate.database;

/** The database can't be used. The message is one line: which database, why, what to do; never a password. */
public final class DatabaseUnavailable extends Exception {
    public DatabaseUnavailable(String message) {
        super(message);
    }

    public DatabaseUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
