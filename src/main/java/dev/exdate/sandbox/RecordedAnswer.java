package dev.exdate.sandbox;

import dev.exdate.sandbox.site.Parameters;
import dev.exdate.sandbox.site.SandboxAnswer;
import dev.exdate.sandbox.site.SandboxRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** A saved answer: these bytes for this path, if the request has all of these parameters with these values. */
record RecordedAnswer(String path, Parameters parameters, int status, Path file) {
    boolean answers(SandboxRequest request) {
        return request.path().equals(path) && request.parameters().include(parameters);
    }

    SandboxAnswer answer() {
        try {
            return new SandboxAnswer(status, type(), Files.readAllBytes(file), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException("saved answer " + file, e);
        }
    }

    private String type() {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "json" -> SandboxAnswer.JSON;
            case "html", "htm" -> SandboxAnswer.HTML;
            case "csv" -> SandboxAnswer.CSV;
            default -> SandboxAnswer.PLAIN;
        };
    }
}
