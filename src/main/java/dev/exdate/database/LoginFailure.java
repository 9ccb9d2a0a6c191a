package dev.exdate.database;

import dev.exdate.settings.DatabaseAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;

/** Why a login failed and what to do about it. */
public final class LoginFailure {
    private LoginFailure() {}

    public static DatabaseUnavailable of(DatabaseAddress address, SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        String why = switch (state) {
            case "28P01" ->
                "wrong password for " + address.user() + ", or no such role; correct it in DATABASE_URL or PGPASSWORD";
            case "28000" -> "the server refuses the login (" + firstLine(e) + "); check user, sslmode and pg_hba.conf";
            case "3D000" ->
                "the database " + address.database() + " does not exist; create it, or correct DATABASE_URL";
            case "42501" ->
                "the role " + address.user() + " may not log in to " + address.database()
                        + "; run: GRANT CONNECT ON DATABASE " + address.database() + " TO " + address.user()
                        + " (`exdate doctor --grants` prints all rights it needs)";
            case "53300" -> "the server has no free connection; raise max_connections or stop other clients";
            case "57P03" -> "the server is starting up or shutting down; try again in a moment";
            default -> state.startsWith("08") ? connection(address, e) : firstLine(e);
        };
        return new DatabaseUnavailable("can't use the database " + address.shown() + ": " + why, e);
    }

    private static String connection(DatabaseAddress address, SQLException e) {
        String message = String.valueOf(e.getMessage());
        if (e.getCause() instanceof UnknownHostException) {
            return "the host " + address.host() + " can't be resolved; check its name and the name resolution";
        }
        if (e.getCause() instanceof SocketTimeoutException || message.contains("timed out")) {
            return "timed out; check host, port and firewall";
        }
        if (message.contains("no password was provided")) {
            return "the server requires a password for " + address.user() + "; set it in DATABASE_URL or PGPASSWORD";
        }
        if (message.contains("does not support SSL")) {
            return "the server does not support encrypted connections; enable them there, or set sslmode=prefer";
        }
        if (message.contains("hostname") && message.contains("verif")) {
            return "the server's certificate is for another name than " + address.host()
                    + "; use the certificate's host name, or set sslmode=verify-ca";
        }
        if (message.contains("SSL") || e.getCause() instanceof javax.net.ssl.SSLException) {
            return "the encrypted connection failed (" + firstLine(e) + "); check sslmode and sslrootcert";
        }
        return "nothing listens there (" + firstLine(e)
                + "); check that the server is up and that host and port are right";
    }

    private static String firstLine(SQLException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        String message = cause.getMessage() == null ? "no message" : cause.getMessage();
        return message.lines().findFirst().orElse("").replaceFirst("^FATAL: ", "");
    }
}
