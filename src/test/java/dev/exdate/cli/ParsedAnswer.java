package dev.exdate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import picocli.CommandLine;

/** What {@code exdate parse} printed. */
record ParsedAnswer(int exitCode, String out, String err) {
    static ParsedAnswer of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = new CommandLine(ParseCommand.class, new DescribingFactory());
        line.setExecutionExceptionHandler(new Failures());
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        int exitCode = line.execute(arguments);
        return new ParsedAnswer(exitCode, out.toString(), err.toString());
    }

    static ParsedAnswer of(String kind, Path file, int status) {
        return of(kind, file.toString(), "--status", String.valueOf(status));
    }

    JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out);
    }

    /** {@code rows […]}, {@code nothing} or {@code failure word}. */
    String meaning() throws IOException {
        String result = json().get("result").asText();
        return switch (result) {
            case "rows" -> "rows " + json().get("rows");
            case "failure" -> "failure " + json().get("failure").asText();
            default -> result;
        };
    }
}
