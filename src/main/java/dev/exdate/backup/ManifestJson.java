package dev.exdate.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A manifest as a JSON file. */
final class ManifestJson {
    void write(Manifest manifest, Path file) throws IOException {
        try (JsonGenerator json =
                new JsonFactory().createGenerator(Files.newOutputStream(file)).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("database", manifest.database());
            json.writeStringField("takenAt", manifest.takenAt().toString());
            json.writeStringField("marketDay", manifest.marketDay().toString());
            json.writeStringField("purpose", manifest.purpose().name().toLowerCase(Locale.ROOT));
            json.writeObjectFieldStart("proof");
            json.writeStringField("kind", manifest.proof().kind().id());
            json.writeStringField("at", manifest.proof().at().toString());
            json.writeStringField("note", manifest.proof().note());
            json.writeEndObject();
            json.writeObjectFieldStart("versions");
            json.writeStringField("exdate", manifest.versions().exdate());
            json.writeStringField("server", manifest.versions().server());
            json.writeStringField("pgDump", manifest.versions().pgDump());
            json.writeStringField("tables", manifest.versions().tables());
            json.writeEndObject();
            json.writeArrayFieldStart("tasksEnded");
            for (String task : manifest.ended()) {
                json.writeString(task);
            }
            json.writeEndArray();
            json.writeObjectFieldStart("rows");
            for (Map.Entry<String, Long> table : manifest.tables().entrySet()) {
                json.writeNumberField(table.getKey(), table.getValue());
            }
            json.writeEndObject();
            json.writeObjectFieldStart("checksums");
            for (Map.Entry<String, String> table :
                    manifest.contents().checksums().entrySet()) {
                json.writeStringField(table.getKey(), table.getValue());
            }
            json.writeEndObject();
            write(json, "dump", manifest.dump());
            write(json, "schema", manifest.schema());
            json.writeEndObject();
        }
    }

    private static void write(JsonGenerator json, String field, Manifest.DumpFile file) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("name", file.name());
        json.writeNumberField("size", file.size());
        json.writeStringField("sha256", file.sha256());
        json.writeEndObject();
    }

    /** Empty if the file is missing or not a manifest; then there is nothing to compare with. */
    Optional<Manifest> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode json = new ObjectMapper().readTree(file.toFile());
            SortedMap<String, Long> tables = new TreeMap<>();
            json.path("rows")
                    .properties()
                    .forEach(
                            table -> tables.put(table.getKey(), table.getValue().asLong()));
            SortedMap<String, String> checksums = new TreeMap<>();
            json.path("checksums")
                    .properties()
                    .forEach(table ->
                            checksums.put(table.getKey(), table.getValue().asText()));
            List<String> ended = new ArrayList<>();
            json.path("tasksEnded").forEach(task -> ended.add(task.asText()));
            JsonNode versions = json.path("versions");
            return Optional.of(new Manifest(
                    json.path("database").asText(),
                    Instant.parse(json.path("takenAt").asText()),
                    LocalDate.parse(json.path("marketDay").asText()),
                    new Manifest.Versions(
                            versions.path("exdate").asText(),
                            versions.path("server").asText(),
                            versions.path("pgDump").asText(),
                            versions.path("tables").asText()),
                    ended,
                    new Contents(tables, checksums),
                    json.path("purpose").asText().equals("before_restore")
                            ? Manifest.Purpose.BEFORE_RESTORE
                            : Manifest.Purpose.BACKUP,
                    proof(json.path("proof")),
                    file(json.path("dump")),
                    file(json.path("schema"))));
        } catch (IOException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A set without a proof is from a version that only listed sets. */
    private static Proof proof(JsonNode json) {
        return json.isMissingNode()
                ? new Proof(Proof.Kind.LISTED, Instant.EPOCH, "made by an earlier version of Exdate")
                : new Proof(
                        Proof.Kind.of(json.path("kind").asText()),
                        Instant.parse(json.path("at").asText()),
                        json.path("note").asText());
    }

    private static Manifest.DumpFile file(JsonNode json) {
        return new Manifest.DumpFile(
                json.path("name").asText(),
                json.path("size").asLong(),
                json.path("sha256").asText());
    }
}
