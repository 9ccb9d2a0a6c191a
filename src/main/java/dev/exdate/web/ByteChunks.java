package dev.exdate.web;

import java.util.ArrayList;
import java.util.List;

/** Bytes as they come, put together once at the end: no copies of the whole while it grows. */
final class ByteChunks {
    private final List<byte[]> pieces = new ArrayList<>();
    private int size;

    void add(byte[] piece) {
        pieces.add(piece);
        size += piece.length;
    }

    int size() {
        return size;
    }

    byte[] joined() {
        byte[] whole = new byte[size];
        int at = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, whole, at, piece.length);
            at += piece.length;
        }
        return whole;
    }
}
