package dev.exdate.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The manifests in {@code deploy/kubernetes}, read as Kubernetes' own types: a field that those do not have fails. */
final class Manifests {
    static final Path FOLDER = Path.of("deploy/kubernetes");
    static final Path BASE = FOLDER.resolve("base");
    static final Path EXAMPLE = FOLDER.resolve("overlays/example");

    static final List<String> RECIPES = List.of("status", "doctor", "restore");

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

    record Labels(Map<String, String> pairs, boolean includeTemplates) {}

    record Image(String name, String newName, String newTag) {}

    record Patch(String path) {}

    record Metadata(String name) {}

    /** As much of a NetworkPolicy as is used here. */
    record NetworkPolicy(String apiVersion, String kind, Metadata metadata, PolicySpec spec) {}

    record PolicySpec(PodSelector podSelector, List<String> policyTypes, List<Egress> egress) {}

    record PodSelector(Map<String, String> matchLabels) {}

    record Egress(List<Port> ports) {}

    record Port(int port, String protocol) {}

    /** Prometheus' rules file. */
    record Rules(List<Group> groups) {}

    record Group(String name, List<Rule> rules) {}

    record Rule(
            String alert,
            String expr,
            @JsonProperty("for") String lasting,
            Map<String, String> labels,
            Map<String, String> annotations) {}

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

    static NetworkPolicy networkPolicy() throws IOException {
        return read(BASE.resolve("networkpolicy.yaml"), NetworkPolicy.class);
    }

    static Job recipe(String name) throws IOException {
        return read(FOLDER.resolve("recipes").resolve(name + ".yaml"), Job.class);
    }

    static Rules rules() throws IOException {
        return read(Path.of("deploy/prometheus/exdate.rules.yaml"), Rules.class);
    }

    /** All pods of the base and of the recipes. */
    static List<PodTemplateSpec> pods() throws IOException {
        List<PodTemplateSpec> pods =
                new ArrayList<>(List.of(daily(), migrate().getSpec().getTemplate()));
        for (String recipe : RECIPES) {
            pods.add(recipe(recipe).getSpec().getTemplate());
        }
        return pods;
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
