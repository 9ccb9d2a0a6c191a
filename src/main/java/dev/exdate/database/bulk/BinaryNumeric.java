package dev.exdate.database.bulk;

import dev.exdate.market.PowersOfTen;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * Numbers in the binary form of PostgreSQL's {@code numeric}: digits to the base of 10,000 on both sides of the decimal
 * point, zeros at both ends left out, and how many decimals to show.
 */
final class BinaryNumeric {
    private static final int BASE = 10_000;
    private static final int DIGITS = 4;
    private static final int NEGATIVE = 0x4000;
    private static final int HEADER = 8;

    private final BinaryRows out;
    private short[] groups = new short[16];

    BinaryNumeric(BinaryRows out) {
        this.out = out;
    }

    void write(long unscaled, int scale) {
        if (scale >= PowersOfTen.COUNT || unscaled == Long.MIN_VALUE) {
            write(BigDecimal.valueOf(unscaled, scale));
            return;
        }
        long number = Math.abs(unscaled);
        long one = PowersOfTen.of(scale);
        long whole = number / one;
        long rest = number - whole * one;
        int count = whole(whole);
        int weight = count - 1;
        int decimals = scale;
        while (rest != 0) {
            long group;
            if (decimals >= DIGITS) {
                decimals -= DIGITS;
                long unit = PowersOfTen.of(decimals);
                group = rest / unit;
                rest -= group * unit;
            } else {
                group = rest * PowersOfTen.of(DIGITS - decimals);
                rest = 0;
            }
            if (count == 0 && group == 0) {
                weight--;
            } else {
                groups[count++] = (short) group;
            }
        }
        send(count, weight, unscaled < 0, scale);
    }

    /** The groups before the decimal point, and how many. */
    private int whole(long number) {
        int count = 0;
        for (long left = number; left != 0; left /= BASE) {
            count++;
        }
        long left = number;
        for (int i = count - 1; i >= 0; i--) {
            long next = left / BASE;
            groups[i] = (short) (left - next * BASE);
            left = next;
        }
        return count;
    }

    void write(BigDecimal number) {
        int scale = Math.max(0, number.scale());
        int after = (scale + DIGITS - 1) / DIGITS;
        BigInteger all = number.setScale(after * DIGITS).unscaledValue().abs();
        String digits = all.signum() == 0 ? "" : all.toString();
        int count = (digits.length() + DIGITS - 1) / DIGITS;
        groups = count > groups.length ? Arrays.copyOf(groups, count) : groups;
        int first = digits.length() - count * DIGITS;
        for (int i = 0; i < count; i++) {
            int from = first + i * DIGITS;
            groups[i] = (short) Integer.parseInt(digits, Math.max(0, from), from + DIGITS, 10);
        }
        send(count, count - after - 1, number.signum() < 0, scale);
    }

    private void send(int groupCount, int weight, boolean negative, int scale) {
        int count = groupCount;
        while (count > 0 && groups[count - 1] == 0) {
            count--;
        }
        out.reserve(4 + HEADER + 2 * count);
        out.int32(HEADER + 2 * count);
        out.int16(count);
        out.int16(count == 0 ? 0 : weight);
        out.int16(negative && count > 0 ? NEGATIVE : 0);
        out.int16(scale);
        for (int i = 0; i < count; i++) {
            out.int16(groups[i]);
        }
    }
}
