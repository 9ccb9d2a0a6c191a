package dev.exdate.testing.bom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A stored copy of OSV's data: the {@code all.zip} of an ecosystem as OSV offers it, a file with one record or a list of
 * them, or a folder with such files.
 */
public record Advisories(Path place) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is known of what these bills of materials list, one line each, without repetition. */
    public List<String> about(List<Path> billsOfMaterials) throws IOException {
        List<Component> components = new ArrayList<>();
        for (Path bill : billsOfMaterials) {
            JSON.readTree(bill.toFile())
                    .path("components")
                    .forEach(component ->
                            Component.of(component.path("purl").asText()).ifPresent(components::add));
        }
        if (components.isEmpty()) {
            throw new IOException("no component in " + billsOfMaterials);
        }
        TreeSet<String> found = new TreeSet<>();
        int[] read = {0};
        each(advisory -> {
            read[0]++;
            components.stream().map(advisory::about).flatMap(Optional::stream).forEach(found::add);
        });
        if (read[0] == 0) {
            throw new IOException("no advisory in " + place);
        }
        return List.copyOf(found);
    }

    private void each(Consumer<Advisory> take) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    if (file.toString().endsWith(".zip")) {
                        zip(new ZipInputStream(in), take);
                    } else if (file.toString().endsWith(".json")) {
                        one(JSON.readTree(in), take);
                    }
                }
            }
        }
    }

    private static void zip(ZipInputStream zip, Consumer<Advisory> take) throws IOException {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().endsWith(".json")) {
                one(JSON.readTree(zip.readAllBytes()), take);
            }
        }
    }

    private static void one(JsonNode json, Consumer<Advisory> take) {
        if (json.isArray()) {
            json.forEach(record -> take.accept(new Advisory(record)));
        } else {
            take.accept(new Advisory(json));
        }
    }
}
