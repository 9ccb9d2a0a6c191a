package dev.exdate.format;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Answers for parsers' tests. */
public final class Payloads {
    private Payloads() {}

    public static Payload ok(String body) {
        return status(200, body);
    }

    public static Payload status(int status, String body) {
        return Payload.of(status, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The failure, or null when it is none. */
    public static Failure failure(Answer<?> answer) {
        return answer instanceof Answer.Failed<?> failed ? failed.failure() : null;
    }

    /** What no source means: none of it may come out as rows. */
    public static List<Payload> hostile() {
        return Stream.of(
                        "",
                        " ",
                        "\0\0\0",
                        "null",
                        "0",
                        "\"text\"",
                        "[".repeat(100_000),
                        "{\"a\":".repeat(50_000),
                        "<html><head><title>Access Denied</title></head><body>You don't have permission</body></html>",
                        "<!DOCTYPE html><script>while(true){}</script>",
                        "{\"unexpected\":true}",
                        "a,b,c\n1,2,3\n",
                        "a|b|c\n1|2|3\n")
                .map(Payloads::ok)
                .toList();
    }
}
