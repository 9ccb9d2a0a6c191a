package dev.exdate.database;

import dev.exdate.settings.DatabaseAddress;
import dev.exdate.settings.Secret;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;

/** How this process connects: its application name and session settings. */
public final class Connections {
    private static final int CONNECT_SECONDS = 10;
    private static final int LOGIN_SECONDS = 20;
    private static final int CANCEL_SECONDS = 2;

    /**
     * The tasks' own limits end a statement, not the role's time-outs. The server cancels the statement of a client
     * that is gone within a second. Settings that a server does not have are skipped.
     */
    public static final String SET_UP = """
            DO $$
            DECLARE
                setting text[];
            BEGIN
                FOREACH setting SLICE 1 IN ARRAY ARRAY[
                    ['statement_timeout', '0'], ['lock_timeout', '0'], ['idle_in_transaction_session_timeout', '0'],
                    ['idle_session_timeout', '0'], ['transaction_timeout', '0'], ['client_connection_check_interval', '1s']]
                LOOP
                    BEGIN
                        PERFORM set_config(setting[1], setting[2], false);
                    EXCEPTION WHEN OTHERS THEN
                        NULL;
                    END;
                END LOOP;
            END
            $$""";

    private final DatabaseAddress address;
    private final String application;

    /** @param address of the database; all sessions of one object share an application name on the server */
    public Connections(DatabaseAddress address) {
        this.address = address;
        this.application = address.parameters().getOrDefault("ApplicationName", "exdate") + " "
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    }

    /** {@code exdate 3f2a61c0}: tells this process's sessions from those of others. */
    String application() {
        return application;
    }

    public Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", Integer.toString(CONNECT_SECONDS));
        properties.setProperty("loginTimeout", Integer.toString(LOGIN_SECONDS));
        properties.setProperty("cancelSignalTimeout", Integer.toString(CANCEL_SECONDS));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("reWriteBatchedInserts", "true");
        properties.putAll(address.parameters());
        properties.setProperty("ApplicationName", application);
        return properties;
    }

    /** A connection outside of any pool. */
    public Connection open() throws SQLException {
        return open(properties());
    }

    /** A connection that counts as lost if the server does not answer within the time. */
    Connection open(int answerSeconds) throws SQLException {
        Properties properties = properties();
        properties.setProperty("socketTimeout", Integer.toString(answerSeconds));
        return open(properties);
    }

    private Connection open(Properties properties) throws SQLException {
        properties.setProperty("user", address.user());
        address.secret().map(Secret::reveal).ifPresent(password -> properties.setProperty("password", password));
        Connection connection = DriverManager.getConnection(address.jdbcUrl(), properties);
        boolean ready = false;
        try (Statement statement = connection.createStatement()) {
            statement.execute(SET_UP);
            ready = true;
            return connection;
        } finally {
            if (!ready) {
                connection.close();
            }
        }
    }
}
