package dev.exdate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.format.Payloads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code exdate parse}: the sources' quirks one by one, from {@code quirks.txt}, and what the command itself promises. */
class ParseCommandTest {
    @TempDir
    Path folder;

    static List<Quirk> quirks() {
        return Quirk.all();
    }

    private Path file(byte[] body) throws IOException {
        return Files.write(folder.resolve("answer"), body);
    }

    private ParsedAnswer parse(String kind, String body) throws IOException {
        return ParsedAnswer.of(kind, file(body.getBytes(StandardCharsets.UTF_8)), 200);
    }

    @ParameterizedTest
    @MethodSource("quirks")
    void everyQuirkIsRead(Quirk quirk) throws IOException {
        ParsedAnswer answer =
                ParsedAnswer.of(quirk.kind(), file(quirk.body().getBytes(StandardCharsets.UTF_8)), quirk.status());
        assertThat(answer.meaning()).isEqualTo(quirk.meaning());
        assertThat(answer.exitCode()).isEqualTo(quirk.meaning().startsWith("failure") ? 1 : 0);
        assertThat(answer.json().get("kind").asText()).isEqualTo(quirk.kind());
        assertThat(answer.err()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("quirks")
    void aByteOrderMarkAndOtherLineEndsChangeNothing(Quirk quirk) {
        Answer<?> plain = read(quirk.kind(), quirk.status(), quirk.body());
        String windows = quirk.body().replace("\n", "\r\n") + "\r\n";
        assertThat(read(quirk.kind(), quirk.status(), "\uFEFF" + windows)).isEqualTo(plain);
    }

    @Test
    void everyKindHasAQuirk() {
        assertThat(quirks()).extracting(Quirk::kind).containsAll(new Formats().kinds());
    }

    static List<String> kinds() {
        return new Formats().kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aStatusSaysWhatTheBodyCannot(String kind) {
        Map<Integer, Failure> meanings = Map.of(
                401, Failure.UNAUTHORIZED,
                402, Failure.PLAN,
                404, Failure.NOT_FOUND,
                429, Failure.RATE_LIMITED,
                500, Failure.UNAVAILABLE,
                503, Failure.UNAVAILABLE);
        meanings.forEach(
                (status, failure) -> assertThat(Payloads.failure(read(kind, status, "<html><body>No.</body></html>")))
                        .isEqualTo(failure));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void emptyBodiesAndOtherDocumentsAreNoEmptyAnswers(String kind) {
        for (String body :
                List.of("", " \r\n", "\0", "\uFEFF", "null", "true", "<html>", "{\"x\":", "x", "[[[", "\"")) {
            assertThat(read(kind, 200, body)).as("%s", body).isInstanceOf(Answer.Failed.class);
        }
    }

    private static Answer<?> read(String kind, int status, String body) {
        return new Formats().find(kind).orElseThrow().parser().parse(Payloads.status(status, body));
    }

    /** A name that turns a terminal's text around or moves its cursor must not get there. */
    @Test
    void whatIsPrintedIsPlainAscii() throws IOException {
        String name = "Zed\\u001b[2J\\u0000\\u202eco\\u0085\\u2028™ é";
        ParsedAnswer answer = parse("fmp/stock-list", "[{\"symbol\":\"ZZTA\",\"companyName\":\"" + name + "\"}]");
        assertThat(answer.out()).matches("[\\x20-\\x7e]+\\R");
        assertThat(answer.json().get("rows").get(0).get("name").asText()).isEqualTo("Zed\uFFFD[2J\uFFFDco\uFFFD ™ é");
        ParsedAnswer refused =
                parse("fmp/dividends", "[{\"symbol\":\"\\u001b\\u202e\",\"date\":\"\\u009b\",\"dividend\":1}]");
        assertThat(refused.out()).matches("[\\x20-\\x7e]+\\R");
    }

    @Test
    void theKindsAreListed() {
        assertThat(ParsedAnswer.of("--list").out().lines()).hasSize(32).contains("yahoo/chart", "holdings/globalx");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yahoo/chart",
                "yahoo/charts /tmp",
                "yahoo/chart /no/such/file",
                "yahoo/chart /tmp",
                "",
                "yahoo/chart - --status x"
            })
    void aWrongCallIsOneLineAndExitCode2(String arguments) {
        ParsedAnswer answer = ParsedAnswer.of(arguments.isEmpty() ? new String[0] : arguments.split(" "));
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err().lines().findFirst().orElseThrow()).isNotBlank();
    }
}
