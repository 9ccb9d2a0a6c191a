package dev.exdate.database.bulk;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row's values in the binary form of their columns' types. */
record BinaryValue(BinaryRows out) {
    private static final Instant TIME_ZERO = Instant.parse("2000-01-01T00:00:00Z");
    private static final long MICROS = 1_000_000;
    private static final int NANOS_OF_MICRO = 1_000;
    /** PostgreSQL's word for later than any time. */
    private static final String NEVER = "infinity";

    /** Version of the binary form. */
    private static final byte JSONB = 1;

    <R> void row(List<Column<R>> columns, R row) throws SQLException {
        out.row(columns.size());
        for (Column<R> column : columns) {
            value(column.type(), column.value().apply(row));
        }
    }

    private void value(String type, @Nullable Object value) {
        if (value == null) {
            out.absent();
            return;
        }
        switch (type) {
            case "text" -> out.text(value.toString());
            case "numeric" ->
                out.numeric(value instanceof BigDecimal number ? number : new BigDecimal(value.toString()));
            case "date" ->
                out.date((value instanceof LocalDate day ? day : LocalDate.parse(value.toString())).toEpochDay());
            case "bigint" -> out.bigint(whole(value));
            case "integer" ->
                out.value(ByteBuffer.allocate(4)
                        .putInt(Math.toIntExact(whole(value)))
                        .array());
            case "boolean" -> out.value(new byte[] {(byte) (Boolean.parseBoolean(value.toString()) ? 1 : 0)});
            case "timestamptz" -> out.bigint(value.equals(NEVER) ? Long.MAX_VALUE : micros(instant(value)));
            case "jsonb" -> out.value(jsonb(value.toString()));
            default -> throw new IllegalArgumentException("no binary form is known of the type " + type);
        }
    }

    private static long whole(Object value) {
        return value instanceof Long || value instanceof Integer
                ? ((Number) value).longValue()
                : new BigDecimal(value.toString()).longValueExact();
    }

    /** Since 2000; as PostgreSQL rounds them. */
    private static long micros(Instant instant) {
        long seconds = instant.getEpochSecond() - TIME_ZERO.getEpochSecond();
        return Math.addExact(
                Math.multiplyExact(seconds, MICROS), Math.round(instant.getNano() / (double) NANOS_OF_MICRO));
    }

    private static Instant instant(Object value) {
        return value instanceof Instant instant
                ? instant
                : OffsetDateTime.parse(value.toString()).toInstant();
    }

    private static byte[] jsonb(String text) {
        byte[] document = StorableText.of(text).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(document.length + 1).put(JSONB).put(document).array();
    }
}
