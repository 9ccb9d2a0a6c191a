package dev.exdate.database;

import dev.exdate.settings.DatabaseAddress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Runs a script the way psql does, so far as Exdate's scripts need it: statements, {@code \\gexec}, {@code \\connect}. */
public final class PsqlScript {
    private static final String EXECUTE = "\\gexec";
    private static final String CONNECT = "\\connect ";

    private DatabaseAddress where;

    /** @param where it begins, as whom it runs */
    public PsqlScript(DatabaseAddress where) {
        this.where = where;
    }

    public void run(String script) throws SQLException {
        StringBuilder pending = new StringBuilder();
        for (String line : script.lines().toList()) {
            if (line.startsWith(CONNECT)) {
                execute(pending.toString());
                pending.setLength(0);
                String name = line.substring(CONNECT.length()).strip();
                where = where.withDatabase(name.substring(1, name.length() - 1).replace("\"\"", "\""));
            } else if (line.endsWith(EXECUTE)) {
                execute(pending.toString());
                pending.setLength(0);
                for (String sql : answers(line.substring(0, line.length() - EXECUTE.length()))) {
                    execute(sql);
                }
            } else if (!line.startsWith("--")) {
                pending.append(line).append('\n');
            }
        }
        execute(pending.toString());
    }

    private List<String> answers(String query) throws SQLException {
        try (Connection connection = new Connections(where).open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> answers = new ArrayList<>();
            while (row.next()) {
                answers.add(row.getString(1));
            }
            return answers;
        }
    }

    private void execute(String sql) throws SQLException {
        if (sql.isBlank()) {
            return;
        }
        try (Connection connection = new Connections(where).open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
