package dev.exdate.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Divides the script that pg_restore writes into its entries. A comment of three lines with the kind precedes each of
 * them. Rows follow their COPY statement and are streamed.
 */
final class ScriptReader {
    private static final String RULE = "--";
    private static final Pattern TITLE =
            Pattern.compile("-- (?:Data for )?Name: .*; Type: ([A-Z][A-Z ]*); Schema: .*", Pattern.DOTALL);
    private static final byte[] END_OF_ROWS = {'\\', '.'};
    private static final int BUFFER = 1 << 16;

    private final InputStream script;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int filled;

    ScriptReader(InputStream script) {
        this.script = script;
    }

    /** Receives the entries. */
    interface Target<E extends Exception> {
        /** @param type as the archive names it: {@code TABLE}, {@code INDEX}; empty for session settings */
        void statements(String type, String sql) throws E;

        /** @param rows in COPY's text format */
        void rows(String copy, Rows rows) throws E, IOException;
    }

    /** Chunks of whole rows, until there are none. */
    interface Rows {
        byte @Nullable [] next() throws IOException;
    }

    <E extends Exception> void read(Target<E> target) throws IOException, E {
        StringBuilder sql = new StringBuilder();
        String type = "";
        for (String line = textLine(); line != null; line = textLine()) {
            if (line.equals(RULE)) {
                String title = textLine();
                Matcher entry = TITLE.matcher(title == null ? "" : title);
                if (entry.matches()) {
                    target.statements(type, sql.toString());
                    sql.setLength(0);
                    type = entry.group(1);
                } else {
                    sql.append(line)
                            .append('\n')
                            .append(title == null ? "" : title)
                            .append('\n');
                }
            } else if (type.equals("TABLE DATA") && line.startsWith("COPY ") && line.endsWith(" FROM stdin;")) {
                target.statements(type, sql.toString());
                sql.setLength(0);
                target.rows(line.substring(0, line.length() - 1), new RowChunks());
            } else if (!(type.isEmpty() && line.startsWith("\\"))) {
                sql.append(line).append('\n');
            }
        }
        target.statements(type, withoutPsqlsOwn(sql));
    }

    /** {@code \\unrestrict} at the script's end is meant for psql. */
    private static String withoutPsqlsOwn(StringBuilder sql) {
        return sql.toString().replaceFirst("(?m)^\\\\unrestrict \\w+$", "");
    }

    /** The rows in the script from here up to their end mark. */
    private final class RowChunks implements Rows {
        private boolean ended;

        @Override
        public byte @Nullable [] next() throws IOException {
            ByteArrayOutputStream chunk = new ByteArrayOutputStream(BUFFER);
            while (!ended && chunk.size() < BUFFER) {
                byte[] line = line();
                if (line == null) {
                    throw new IOException("the rows of a table are cut off");
                }
                ended = Arrays.equals(line, END_OF_ROWS);
                if (!ended) {
                    chunk.write(line);
                    chunk.write('\n');
                }
            }
            return chunk.size() == 0 ? null : chunk.toByteArray();
        }
    }

    private @Nullable String textLine() throws IOException {
        byte[] line = line();
        return line == null ? null : new String(line, StandardCharsets.UTF_8);
    }

    /** Without its line end; null after the last line. */
    private byte @Nullable [] line() throws IOException {
        ByteArrayOutputStream begun = new ByteArrayOutputStream();
        while (true) {
            for (int end = position; end < filled; end++) {
                if (buffer[end] == '\n') {
                    begun.write(buffer, position, end - position);
                    position = end + 1;
                    return begun.toByteArray();
                }
            }
            begun.write(buffer, position, filled - position);
            position = 0;
            filled = Math.max(script.read(buffer), 0);
            if (filled == 0) {
                return begun.size() == 0 ? null : begun.toByteArray();
            }
        }
    }
}
