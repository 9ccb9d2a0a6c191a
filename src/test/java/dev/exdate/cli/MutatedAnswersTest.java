package dev.exdate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.format.Answer;
import dev.exdate.format.Format;
import dev.exdate.format.Payload;
import dev.exdate.market.Ticker;
import dev.exdate.measure.Growth;
import dev.exdate.testing.Reliability;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Spoilt answers: each is read or refused, nothing is thrown, what is read stands in the answer, and the work grows with
 * the answer's size. The seed is in the message of a failure and can be set by {@code EXDATE_SEED}.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MutatedAnswersTest {
    private static final long SEED = Long.parseLong(System.getenv().getOrDefault("EXDATE_SEED", "1"));
    private static final int MEGABYTE = 1 << 20;
    private static final int LARGEST = Payload.LARGEST / MEGABYTE;

    private static final int DEEP = 100_000;
    private static final List<IntFunction<String>> BOMBS = List.of(
            "["::repeat,
            deep -> "[".repeat(deep) + "]".repeat(deep),
            deep -> "{\"a\":".repeat(deep) + "1" + "}".repeat(deep),
            "<div>"::repeat,
            deep -> "<div>".repeat(deep) + "</div>".repeat(deep),
            deep -> "<table><tr><td>".repeat(deep / 10) + "</td></tr></table>".repeat(deep / 10),
            deep -> "<b><i><a>".repeat(deep / 5) + "</a>",
            "\""::repeat,
            deep -> "1".repeat(deep * 10));
    private static byte[] filled = {};

    static List<String> kinds() {
        return new Formats().kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aFewHundredSpoiltAnswersOfAKind(String kind) {
        spoil(kind, 250);
    }

    @Tag("faults")
    @ParameterizedTest
    @MethodSource("kinds")
    void tenThousandSpoiltAnswersOfAKind(String kind) {
        long start = System.nanoTime();
        spoil(kind, 10_000);
        Reliability.add("spoilt answers read by their parsers", 10_000, 10_000, 0, (System.nanoTime() - start) / 1e9);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void nestingBombsAndEndlessLines(String kind) {
        for (IntFunction<String> bomb : BOMBS) {
            byte[] half = bomb.apply(DEEP / 2).getBytes(StandardCharsets.UTF_8);
            byte[] whole = bomb.apply(DEEP).getBytes(StandardCharsets.UTF_8);
            grows(kind, half, whole, "bomb " + new String(whole, 0, 5, StandardCharsets.UTF_8));
        }
        byte[] line = line("1", LARGEST);
        grows(kind, Arrays.copyOf(line, line.length / 2), line, "a line as long as is read at all");
    }

    @AfterAll
    static void forgetTheLongLine() {
        filled = new byte[0];
    }

    /** As large as is read at all, in forms that make the most of it. */
    @Tag("faults")
    @ParameterizedTest
    @MethodSource("kinds")
    void thirtyMegabytesOfAnything(String kind) {
        Stream<String> rows = sound(kind).stream().map(Quirk::body);
        Stream<String> fillings = Stream.of(
                "1",
                "a",
                "<",
                "<b>",
                "<tr><td>1",
                "[",
                "[],",
                "{},",
                "{\"a\":1},",
                "\"",
                "\"a\",",
                ",",
                "|",
                "a|\n",
                "\n",
                "\r\n\r",
                "$1 ",
                "ZZTY YieldMax ",
                "é",
                "&amp;",
                "\0");
        Stream.concat(fillings, rows).forEach(filling -> {
            for (String start : List.of(
                    "", "[", "{\"data\":[", "<html>", sound(kind).getFirst().body())) {
                byte[] body = line(filling, LARGEST);
                byte[] head = start.getBytes(StandardCharsets.UTF_8);
                System.arraycopy(head, 0, body, 0, head.length);
                grows(
                        kind,
                        Arrays.copyOf(body, body.length / 2),
                        body,
                        LARGEST + " MB of " + filling + " behind " + start);
            }
        });
    }

    private static byte[] line(String filling, int megabytes) {
        if (filled.length != megabytes * MEGABYTE) {
            filled = new byte[megabytes * MEGABYTE];
        }
        byte[] part = filling.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(part, 0, filled, 0, part.length);
        for (int done = part.length; done < filled.length; done *= 2) {
            System.arraycopy(filled, 0, filled, done, Math.min(done, filled.length - done));
        }
        return filled;
    }

    private static List<Quirk> sound(String kind) {
        return Quirk.all().stream()
                .filter(quirk -> quirk.kind().equals(kind) && quirk.hasRows())
                .toList();
    }

    private static void spoil(String kind, int times) {
        Random random = new Random(SEED * 31 + kind.hashCode());
        List<byte[]> bodies = sound(kind).stream()
                .map(quirk -> quirk.body().getBytes(StandardCharsets.UTF_8))
                .toList();
        IntStream.range(0, times).forEach(i -> {
            byte[] body = bodies.get(random.nextInt(bodies.size()));
            Mutation.Mutated spoilt = Mutation.any(body, random);
            String what = "seed " + SEED + ", number " + i;
            List<Map<String, Object>> rows = read(kind, spoilt.body(), what);
            if (spoilt.onlyCut()) {
                List<Map<String, Object>> whole = rows(kind, body);
                assertThat(rows)
                        .as(what(kind, what, spoilt.body()))
                        .allMatch(row ->
                                whole.stream().anyMatch(sent -> sent.entrySet().containsAll(row.entrySet())));
            }
        });
    }

    private static void grows(String kind, byte[] half, byte[] whole, String what) {
        Growth.isLinear(what(kind, what, whole), () -> read(kind, half, what), () -> read(kind, whole, what));
    }

    private static List<Map<String, Object>> read(String kind, byte[] body, String what) {
        List<Map<String, Object>> rows;
        try {
            rows = rows(kind, body);
        } catch (Throwable e) {
            throw new AssertionError(what(kind, what, body), e);
        }
        if (!rows.isEmpty() && body.length < MEGABYTE) {
            Provenance sent = new Provenance(body);
            for (Map<String, Object> row : rows) {
                assertThat(row.values()).as(what(kind, what, body)).allMatch(MutatedAnswersTest::isPlain);
                // A notice names several, and nobody asks for them one by one.
                boolean severalSymbols = kind.equals("cboe/year");
                assertThat(sent.inventedOf(row))
                        .as(what(kind, what, body))
                        .allMatch(invented -> severalSymbols && invented.startsWith("symbol="));
                assertThat(row.getOrDefault("symbol", "X").toString())
                        .as(what(kind, what, body))
                        .matches(symbol -> severalSymbols || Ticker.isValid(symbol));
            }
        }
        return rows;
    }

    private static boolean isPlain(Object value) {
        return value.toString().codePoints().noneMatch(c -> switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        });
    }

    private static List<Map<String, Object>> rows(String kind, byte[] body) {
        return rows(new Formats().find(kind).orElseThrow(), body);
    }

    private static <R> List<Map<String, Object>> rows(Format<R> format, byte[] body) {
        Answer<R> answer = format.parser().parse(Payload.of(200, body));
        return answer.rowsOrEmpty().stream().map(format.fields()).toList();
    }

    private static String what(String kind, String what, byte[] body) {
        String shown = body.length > 20_000 ? "" : ": " + Base64.getEncoder().encodeToString(body);
        return kind + ", " + what + ", " + body.length + " bytes" + shown;
    }
}
