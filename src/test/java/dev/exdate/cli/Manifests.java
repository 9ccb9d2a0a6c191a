package dev.exdate.cli;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The manifests in {@code deploy/kubernetes}, read as Kubernetes' own types: a field that those do not have fails. */
final class Manifests {
    static final Path FOLDER = Path.of("deploy/kubernetes");
    static final Path BASE = FOLDER.resolve("base");
    static final Path EXAMPLE = FOLDER.resolve("overlays/example");

    private static final YAMLMapper YAML = mapper();

    /** What kustomize is asked for here; anything else fails. */
    record Kustomization(
            String apiVersion,
            String kind,
            String namespace,
            List<String> resources,
            List<Labels> labels,
            List<Image> images,
            List<Patch> patches) {}

    record Labels(java.util.Map<String, String> pairs, boolean includeTemplates) {}

    record Image(String name, String newName, String newTag) {}

    record Patch(String path) {}

    private static YAMLMapper mapper() {
        return YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                // The types keep what they do not know in a map; here that must fail.
                .annotationIntrospector(new JacksonAnnotationIntrospector() {
                    @Override
                    public Boolean hasAnySetter(Annotated annotated) {
                        return false;
                    }
                })
                .build();
    }

    static CronJob cronJob(Path folder) throws IOException {
        return read(folder.resolve("cronjob.yaml"), CronJob.class);
    }

    static Job migrate() throws IOException {
        return read(BASE.resolve("migrate.yaml"), Job.class);
    }

    static PersistentVolumeClaim backups(Path folder) throws IOException {
        return read(folder.resolve("backups.yaml"), PersistentVolumeClaim.class);
    }

    static Secret secret() throws IOException {
        return read(FOLDER.resolve("secret.example.yaml"), Secret.class);
    }

    static Kustomization kustomization(Path folder) throws IOException {
        return read(folder.resolve("kustomization.yaml"), Kustomization.class);
    }

    static PodTemplateSpec daily() throws IOException {
        return cronJob(BASE).getSpec().getJobTemplate().getSpec().getTemplate();
    }

    /** All pods of the base. */
    static List<PodTemplateSpec> pods() throws IOException {
        return List.of(daily(), migrate().getSpec().getTemplate());
    }

    static <T> T read(Path file, Class<T> type) throws IOException {
        return parse(Files.readString(file), type);
    }

    static <T> T parse(String text, Class<T> type) throws IOException {
        JsonNode tree = YAML.readTree(text);
        return YAML.treeToValue(tree, type);
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private Manifests() {}
}
