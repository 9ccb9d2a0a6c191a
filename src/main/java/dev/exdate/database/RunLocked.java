package dev.exdate.database;

/** Another run holds the lock. The message names it. */
public final class RunLocked extends Exception {
    public RunLocked(String message) {
        super(message);
    }
}
