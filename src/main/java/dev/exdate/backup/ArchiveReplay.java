package dev.exdate.backup;

import dev.exdate.settings.DatabaseAddress;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskLog;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Runs the script of an archive within one open transaction, so that it is restored completely or not at all. psql
 * would be one more required program, and pg_restore can't check its result before it commits.
 */
final class ArchiveReplay {
    private static final Pattern SETTING = Pattern.compile("SET (\\w+) = [^;]*;");
    private static final String UNKNOWN_SETTING = "42704";

    private final Connection connection;
    private final List<String> remarks = new ArrayList<>();

    /**
     * The address for the session of a replay. It uses the simple protocol, because the driver does not recognise the
     * end of an SQL function's body, and the extended protocol allows only one statement.
     */
    static DatabaseAddress session(DatabaseAddress address) {
        Map<String, String> parameters = new HashMap<>(address.parameters());
        parameters.put("preferQueryMode", "simple");
        return new DatabaseAddress(
                address.host(), address.port(), address.database(), address.user(), address.password(), parameters);
    }

    /** @param connection to {@link #session}, not in auto-commit mode; not usable for anything else afterwards */
    ArchiveReplay(Connection connection) {
        this.connection = connection;
    }

    /**
     * Restores the archive. Extensions that the role may not create are only logged; nothing else needs them.
     *
     * @return the restored content, not committed yet
     */
    Contents put(Archive archive, TaskLog log) throws IOException, SQLException, InterruptedException, TaskFailed {
        archive.script(this::run);
        remarks.forEach(remark -> log.line("ℹ️  " + remark));
        return new TableReading(connection).contents();
    }

    private void run(InputStream script) throws IOException, SQLException, TaskFailed {
        new ScriptReader(script).read(new Runner());
    }

    /** The reader can only throw IOException, so other failures are wrapped in one. */
    private final class Runner implements ScriptReader.Target<SQLException> {
        @Override
        public void statements(String type, String sql) throws SQLException {
            if (type.isEmpty()) {
                settings(sql);
            } else if (type.equals("EXTENSION") || sql.contains("COMMENT ON EXTENSION ")) {
                tried(type, sql);
            } else if (type.startsWith("BLOB")) {
                throw new SQLException("it contains large objects, which Exdate can't restore");
            } else {
                execute(sql);
            }
        }

        @Override
        public void rows(String copy, ScriptReader.Rows rows) throws SQLException, IOException {
            CopyIn in = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
            try {
                for (byte[] chunk = rows.next(); chunk != null; chunk = rows.next()) {
                    in.writeToCopy(chunk, 0, chunk.length);
                }
                in.endCopy();
            } finally {
                if (in.isActive()) {
                    in.cancelCopy();
                }
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    /** A newer pg_restore sets parameters that an older server does not know. */
    private void settings(String sql) throws SQLException {
        StringBuilder others = new StringBuilder();
        for (String line : sql.lines().toList()) {
            Matcher setting = SETTING.matcher(line);
            if (setting.matches()) {
                passingOver(UNKNOWN_SETTING, line);
            } else {
                others.append(line).append('\n');
            }
        }
        execute(others.toString());
    }

    private void passingOver(String state, String sql) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            execute(sql);
        } catch (SQLException e) {
            if (!state.equals(e.getSQLState())) {
                throw e;
            }
            connection.rollback(before);
        }
    }

    private void tried(String type, String sql) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            execute(sql);
        } catch (SQLException e) {
            connection.rollback(before);
            if (type.equals("EXTENSION")) {
                remarks.add("not created: " + sql.strip().lines().reduce("", (first, last) -> last) + " ("
                        + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ")");
            }
        }
    }
}
