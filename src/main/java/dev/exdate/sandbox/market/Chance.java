package dev.exdate.sandbox.market;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Decides which quirks a symbol or a day has: evenly distributed, and the same at every start. */
public final class Chance {
    private Chance() {}

    /** A number from 0 to {@code sides - 1} that depends only on the things. */
    public static int of(int sides, Object... things) {
        CRC32 sum = new CRC32();
        for (Object thing : things) {
            sum.update(thing.toString().getBytes(StandardCharsets.UTF_8));
            sum.update('|');
        }
        return (int) (sum.getValue() % sides);
    }

    /** True for one in {@code sides}. */
    public static boolean oneIn(int sides, Object... things) {
        return of(sides, things) == 0;
    }
}
