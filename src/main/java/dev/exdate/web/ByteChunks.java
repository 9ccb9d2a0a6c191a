package dev.exdate.web;

import java.util.ArrayList;
import java.util.List;

/** Collects bytes in chunks and joins them once at the end, so that growing needs no copies. */
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
        if (pieces.size() == 1) {
            return pieces.getFirst();
        }
        byte[] whole = new byte[size];
        int at = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, whole, at, piece.length);
            at += piece.length;
        }
        return whole;
    }
}
