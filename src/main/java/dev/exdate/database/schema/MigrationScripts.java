package dev.exdate.database.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Finds the migrations beside one that is always there, in the program's jar or in the folder that is built from. */
final class MigrationScripts {
    private static final String FOLDER = "db/migration/";
    private static final String ONE = "R__readers.sql";

    private MigrationScripts() {}

    static List<String> names() {
        URL one =
                Objects.requireNonNull(MigrationScripts.class.getClassLoader().getResource(FOLDER + ONE), FOLDER + ONE);
        try {
            URI place = one.toURI();
            return "jar".equals(place.getScheme())
                    ? inJar(Path.of(URI.create(place.getRawSchemeSpecificPart().replaceFirst("!/.*", ""))))
                    : inFolder(Objects.requireNonNull(Path.of(place).getParent()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the migrations are in no place that can be listed: " + one, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> inJar(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return scripts(file.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(FOLDER))
                    .map(name -> name.substring(FOLDER.length())));
        }
    }

    private static List<String> inFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return scripts(files.map(Path::getFileName).map(Path::toString));
        }
    }

    private static List<String> scripts(Stream<String> names) {
        return names.filter(name -> name.endsWith(".sql")).sorted().toList();
    }
}
