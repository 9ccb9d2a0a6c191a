package dev.exdate.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code Dockerfile.native} makes of the image: its variables and its user. */
record Image(Map<String, String> environment, long user) {
    private static final Pattern VARIABLE = Pattern.compile("([A-Z_]+)=(\"[^\"]*\"|\\S*)");

    static Image read() {
        try {
            String text = Files.readString(Path.of("Dockerfile.native")).replace("\\\n", " ");
            Map<String, String> environment = new LinkedHashMap<>();
            text.lines().filter(line -> line.startsWith("ENV ")).forEach(line -> {
                Matcher variable = VARIABLE.matcher(line);
                while (variable.find()) {
                    environment.put(variable.group(1), variable.group(2).replace("\"", ""));
                }
            });
            String user = text.lines()
                    .filter(line -> line.startsWith("USER 1"))
                    .findFirst()
                    .orElseThrow();
            return new Image(environment, Long.parseLong(user.replaceFirst("USER (\\d+):\\1", "$1")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
