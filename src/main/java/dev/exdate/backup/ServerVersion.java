package dev.exdate.backup;

import dev.exdate.database.Database;
import java.sql.SQLException;

/** @param text as the server states it: {@code 15.18} */
record ServerVersion(int major, String text) {
    static ServerVersion of(Database database) throws SQLException {
        return database.reading(
                handle -> handle.sql("SELECT current_setting('server_version')").one(row -> read(row.getString(1))));
    }

    /** From {@code 15.18 (Debian 15.18-0)}; 0 for a text without a number. */
    static ServerVersion read(String stated) {
        String text = stated.split(" ", 2)[0];
        String major = text.replaceFirst("\\D.*", "");
        return new ServerVersion(major.isEmpty() ? 0 : Integer.parseInt(major), text);
    }
}
