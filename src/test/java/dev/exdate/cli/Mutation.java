package dev.exdate.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Spoils an answer's bytes in one of the ways that bytes are spoilt, or in several at once. */
enum Mutation {
    FLIPPED_BITS {
        @Override
        byte[] of(byte[] body, Random random) {
            byte[] spoilt = body.clone();
            for (int i = 1 + random.nextInt(8); i > 0 && spoilt.length > 0; i--) {
                spoilt[random.nextInt(spoilt.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return spoilt;
        }
    },
    OTHER_BYTES {
        @Override
        byte[] of(byte[] body, Random random) {
            byte[] spoilt = body.clone();
            for (int i = 1 + random.nextInt(4); i > 0 && spoilt.length > 0; i--) {
                spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
            }
            return spoilt;
        }
    },
    CUT {
        @Override
        byte[] of(byte[] body, Random random) {
            return Arrays.copyOf(body, random.nextInt(body.length + 1));
        }
    },
    MISSING_PART {
        @Override
        byte[] of(byte[] body, Random random) {
            int from = random.nextInt(body.length + 1);
            int to = Math.min(body.length, from + random.nextInt(40));
            return joined(part(body, 0, from), part(body, to, body.length));
        }
    },
    REPEATED_PART {
        @Override
        byte[] of(byte[] body, Random random) {
            int from = random.nextInt(body.length + 1);
            int to = Math.min(body.length, from + random.nextInt(200));
            byte[][] parts = new byte[2 + (random.nextInt(10) == 0 ? 500 : random.nextInt(5))][];
            Arrays.fill(parts, part(body, from, to));
            parts[0] = part(body, 0, to);
            parts[parts.length - 1] = part(body, to, body.length);
            return joined(parts);
        }
    },
    SWAPPED_PARTS {
        @Override
        byte[] of(byte[] body, Random random) {
            int[] at = random.ints(4, 0, body.length + 1).sorted().toArray();
            return joined(
                    part(body, 0, at[0]),
                    part(body, at[2], at[3]),
                    part(body, at[1], at[2]),
                    part(body, at[0], at[1]),
                    part(body, at[3], body.length));
        }
    },
    PUT_IN {
        @Override
        byte[] of(byte[] body, Random random) {
            int at = random.nextInt(body.length + 1);
            byte[] what = HOSTILE.get(random.nextInt(HOSTILE.size())).getBytes(StandardCharsets.UTF_8);
            return joined(part(body, 0, at), what, part(body, at, body.length));
        }
    },
    OTHER_CHARSET {
        @Override
        byte[] of(byte[] body, Random random) {
            String text = new String(body, StandardCharsets.UTF_8);
            return text.getBytes(CHARSETS.get(random.nextInt(CHARSETS.size())));
        }
    };

    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_16,
            StandardCharsets.UTF_16LE,
            StandardCharsets.ISO_8859_1,
            StandardCharsets.US_ASCII,
            Charset.forName("UTF-32"),
            Charset.forName("windows-1252"));

    private static final List<String> HOSTILE = List.of(
            "\0",
            "\u001B[2J",
            "\u202E",
            "\u2066",
            "\uFEFF",
            "\u0085",
            "\uFFFF",
            "\r",
            "\n",
            "\t",
            "\"",
            "\\",
            "\\u0000",
            "\\ud800",
            "&#0;",
            "&#x202e;",
            "</td><td>",
            "</tr><tr>",
            "<table>",
            "<!--",
            "<script>",
            "<sup>1</sup>",
            "[",
            "{",
            "}]",
            ",",
            "|",
            "-",
            "%",
            "$",
            "null",
            "NaN",
            "1e999999999",
            "9".repeat(400),
            "A".repeat(5000),
            "[".repeat(2000),
            "<div>".repeat(2000),
            "'; DROP TABLE raw_dividends; --");

    abstract byte[] of(byte[] body, Random random);

    /** One mutation, now and then up to four in a row. */
    static Mutated any(byte[] body, Random random) {
        Mutation first = values()[random.nextInt(values().length)];
        byte[] spoilt = first.of(body, random);
        boolean several = random.nextInt(4) == 0;
        for (int i = several ? random.nextInt(4) : 0; i > 0; i--) {
            spoilt = values()[random.nextInt(values().length)].of(spoilt, random);
        }
        return new Mutated(first == CUT && !several, spoilt);
    }

    /** @param onlyCut the body is the beginning of the sound one */
    @SuppressWarnings("ArrayRecordComponent")
    record Mutated(boolean onlyCut, byte[] body) {}

    private static byte[] part(byte[] body, int from, int to) {
        return Arrays.copyOfRange(body, from, to);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
