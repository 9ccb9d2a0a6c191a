package dev.exdate.bom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.exdate.testing.bom.Component;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bills of materials that the builds of program and image write. */
class BillOfMaterialsIT {
    private static List<Component> components(JsonNode bill) {
        assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
        List<Component> components = new ArrayList<>();
        bill.path("components")
                .forEach(component -> components.add(
                        Component.of(component.path("purl").asText()).orElseThrow()));
        return components;
    }

    @Test
    void theBuildListsTheLibrariesOfTheProgramAndNoneOfItsTests() throws Exception {
        JsonNode bill = new ObjectMapper()
                .readTree(Path.of("target/exdate-java.cdx.json").toFile());
        assertThat(components(bill))
                .extracting(Component::name)
                .contains("org.postgresql:postgresql", "org.flywaydb:flyway-core", "org.jsoup:jsoup")
                .doesNotContain("org.assertj:assertj-core", "com.tngtech.archunit:archunit");
    }

    @Test
    void theImageListsItsDebianPackagesByNameVersionAndSource() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/dpkg-query")), "this is no Debian");
        Process script = new ProcessBuilder("build/debian-bom.sh", "libc6", "tzdata")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        JsonNode bill =
                new ObjectMapper().readTree(new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertThat(script.waitFor()).isZero();
        assertThat(components(bill)).extracting(Component::name).containsExactlyInAnyOrder("glibc", "tzdata");
        assertThat(components(bill))
                .allSatisfy(component -> assertThat(component.ecosystem()).startsWith("Debian:"));
    }
}
