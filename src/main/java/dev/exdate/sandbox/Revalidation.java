package dev.exdate.sandbox;

import dev.exdate.sandbox.site.SandboxAnswer;
import dev.exdate.sandbox.site.SandboxRequest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;

/** What web servers do with files: each has a tag, and whoever has the file with this tag is told that it is unchanged. */
final class Revalidation {
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private Revalidation() {}

    static SandboxAnswer of(SandboxRequest request, SandboxAnswer answer) {
        if (answer.status() != OK || !answer.isFile()) {
            return answer;
        }
        String tag = '"' + HexFormat.of().toHexDigits(Arrays.hashCode(answer.body())) + "-"
                + HexFormat.of().toHexDigits(answer.body().length) + '"';
        boolean known = Arrays.stream(request.header("If-None-Match").split(","))
                .map(String::strip)
                .anyMatch(tag::equals);
        return known
                ? new SandboxAnswer(NOT_MODIFIED, answer.type(), new byte[0], Map.of("ETag", tag))
                : answer.with("ETag", tag);
    }
}
