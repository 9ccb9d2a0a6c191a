package dev.exdate.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A peculiarity of a source and what it means, from {@code quirks.txt}.
 *
 * @param meaning as {@link ParsedAnswer#meaning()} words it
 */
record Quirk(String title, String kind, int status, String body, String meaning) {
    static List<Quirk> all() {
        try (InputStream in = Quirk.class.getResourceAsStream("quirks.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("(?m)^## "))
                    .filter(block -> !block.isBlank())
                    .map(Quirk::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Quirk of(String block) {
        List<String> lines = block.strip().lines().toList();
        String[] asked = lines.get(1).split(" ");
        return new Quirk(
                lines.getFirst(),
                asked[0],
                Integer.parseInt(asked[1]),
                String.join("\n", lines.subList(2, lines.size() - 1)),
                lines.getLast().substring("=> ".length()));
    }

    boolean hasRows() {
        return meaning.startsWith("rows");
    }

    @Override
    public String toString() {
        return kind + ": " + title;
    }
}
