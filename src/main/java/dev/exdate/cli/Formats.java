package dev.exdate.cli;

import dev.exdate.format.Format;
import dev.exdate.source.Sources;
import java.util.List;
import java.util.Optional;

/** All kinds of answers that can be read. */
final class Formats {
    private final List<Format<?>> all = Sources.formats();

    List<String> kinds() {
        return all.stream().<String>map(Format::kind).toList();
    }

    Optional<Format<?>> find(String kind) {
        return all.stream().filter(format -> format.kind().equals(kind)).findFirst();
    }
}
