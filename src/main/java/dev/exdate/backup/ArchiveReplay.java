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
 * Runs the script of an archive within one open transaction, so that all of it is there in the end or nothing. psql would
 * be one more program to have, and pg_restore can't be told to look at what it has made before it is kept.
 */
final class ArchiveReplay {
    private static final Pattern SETTING = Pattern.compile("SET (\\w+) = [^;]*;");
    private static final String UNKNOWN_SETTING = "42704";

    private final Connection connection;
    private final List<String> remarks = new ArrayList<>();

    /**
     * Where to open the session of a replay: statements go there as text. The driver does not tell where the body of an SQL
     * function ends, and the server takes no two statements otherwise.
     */
    static DatabaseAddress session(DatabaseAddress address) {
        Map<String, String> parameters = new HashMap<>(address.parameters());
        parameters.put("preferQueryMode", "simple");
        return new DatabaseAddress(
                address.host(), address.port(), address.database(), address.user(), address.password(), parameters);
    }

    /** @param connection to {@link #session}, not in auto-commit; it is for nothing else afterwards */
    ArchiveReplay(Connection connection) {
        this.connection = connection;
    }

    /**
     * Puts all of the archive there. What could not be made and is not needed by anything else goes into the log: extensions
     * that the role may not make.
     *
     * @return what is there then, not committed yet
     */
    Contents put(Archive archive, TaskLog log) throws IOException, SQLException, InterruptedException, TaskFailed {
        archive.script(this::run);
        remarks.forEach(remark -> log.line("ℹ️  " + remark));
        return new TableReading(connection).contents();
    }

    private void run(InputStream script) throws IOException, SQLException, TaskFailed {
        new ScriptReader(script).read(new Runner());
    }

    /** The reader knows one kind of failure: what else there is travels in it. */
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

    /** A newer pg_restore sets what an older server does not have. */
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
