package dev.exdate.database;

import dev.exdate.settings.DatabaseAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;

/** Why a log-in failed and what to do about it, in words of people who run databases. */
public final class LoginFailure {
    private LoginFailure() {}

    public static DatabaseUnavailable of(DatabaseAddress address, SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        String why = switch (state) {
            case "28P01" ->
                "the password of " + address.user()
                        + " is wrong, or there is no such role; correct it in DATABASE_URL or PGPASSWORD";
            case "28000" -> "the server refuses the log-in (" + firstLine(e) + "); check user, sslmode and pg_hba.conf";
            case "3D000" -> "there is no database " + address.database() + "; create it, or correct DATABASE_URL";
            case "42501" ->
                "the role " + address.user() + " may not log in to " + address.database()
                        + "; run: GRANT CONNECT ON DATABASE " + address.database() + " TO " + address.user()
                        + " (`exdate doctor --grants` prints all it needs)";
            case "53300" -> "the server has no connection left; raise max_connections or end other clients";
            case "57P03" -> "the server is starting up or shutting down; try again in a moment";
            default -> state.startsWith("08") ? connection(address, e) : firstLine(e);
        };
        return new DatabaseUnavailable("can't use the database " + address.shown() + ": " + why, e);
    }

    private static String connection(DatabaseAddress address, SQLException e) {
        String message = String.valueOf(e.getMessage());
        if (e.getCause() instanceof UnknownHostException) {
            return "there is no host " + address.host() + "; is its name right, and does name resolution work?";
        }
        if (e.getCause() instanceof SocketTimeoutException || message.contains("timed out")) {
            return "no answer in time; are host and port right, and does a firewall stand between?";
        }
        if (message.contains("no password was provided")) {
            return "the server asks " + address.user() + " for a password; write it into DATABASE_URL or PGPASSWORD";
        }
        if (message.contains("does not support SSL")) {
            return "the server takes no encrypted connections; switch them on there, or set sslmode=prefer";
        }
        if (message.contains("hostname") && message.contains("verif")) {
            return "the server's certificate is for another name than " + address.host()
                    + "; name the host as the certificate does, or set sslmode=verify-ca";
        }
        if (message.contains("SSL") || e.getCause() instanceof javax.net.ssl.SSLException) {
            return "no encrypted connection (" + firstLine(e) + "); check sslmode and sslrootcert";
        }
        return "nothing answers there (" + firstLine(e) + "); is the server up, and are host and port right?";
    }

    private static String firstLine(SQLException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return message.lines().findFirst().orElse("").replaceFirst("^FATAL: ", "");
    }
}
