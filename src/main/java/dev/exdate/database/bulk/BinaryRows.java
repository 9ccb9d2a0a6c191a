package dev.exdate.database.bulk;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Rows in the binary form of COPY (PostgreSQL manual, COPY, "Binary Format"), encoded once and sent piece by piece. Begin
 * each row with {@link #row}, then give its values in the order of the columns. Not thread-safe.
 */
public final class BinaryRows {
    /** Signature, flags and the length of the extension. */
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    private static final int PIECE = 64 * 1024;
    private static final int ROOM = 4 * 1024;
    /** PostgreSQL counts days from 2000-01-01 on. */
    private static final int DAY_ZERO = (int) LocalDate.of(2000, 1, 1).toEpochDay();

    private final Sink sink;
    private final BinaryNumeric numeric = new BinaryNumeric(this);
    private byte[] bytes = Arrays.copyOf(HEADER, PIECE + ROOM);
    private int size = HEADER.length;

    BinaryRows(Sink sink) {
        this.sink = sink;
    }

    /** Where the bytes go. */
    @FunctionalInterface
    interface Sink {
        void write(byte[] bytes, int from, int length) throws SQLException;
    }

    /** Begins a row. */
    public void row(int columns) throws SQLException {
        if (size >= PIECE) {
            send();
        }
        reserve(2);
        int16(columns);
    }

    /** Nothing more comes. */
    void end() throws SQLException {
        reserve(2);
        int16(-1);
        send();
    }

    private void send() throws SQLException {
        sink.write(bytes, 0, size);
        size = 0;
    }

    public void absent() {
        reserve(4);
        int32(-1);
    }

    public void date(long epochDay) {
        reserve(8);
        int32(4);
        int32(Math.toIntExact(epochDay - DAY_ZERO));
    }

    public void bigint(long number) {
        reserve(12);
        int32(8);
        int64(number);
    }

    /** @param scale the number of decimals, from 0 to 100 */
    public void numeric(long unscaled, int scale) {
        numeric.write(unscaled, scale);
    }

    public void numeric(BigDecimal number) {
        numeric.write(number);
    }

    /** Text without zeros and halves of characters, which PostgreSQL can't hold. */
    public void text(String text) {
        value(StorableText.of(text).getBytes(StandardCharsets.UTF_8));
    }

    /** Anything, in the type's own binary form. */
    public void value(byte[] value) {
        reserve(4 + value.length);
        int32(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    void int16(int number) {
        bytes[size++] = (byte) (number >> 8);
        bytes[size++] = (byte) number;
    }

    void int32(int number) {
        int16(number >> 16);
        int16(number);
    }

    void int64(long number) {
        int32((int) (number >> 32));
        int32((int) number);
    }

    void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
