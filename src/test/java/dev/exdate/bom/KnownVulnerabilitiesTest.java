package dev.exdate.bom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.exdate.testing.bom.Advisories;
import dev.exdate.testing.bom.Versions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownVulnerabilitiesTest {
    private static final String BILL = """
            {"bomFormat": "CycloneDX", "components": [
              {"purl": "pkg:maven/org.example/reader@2.4.1?type=jar"},
              {"purl": "pkg:deb/debian/libz1@1%3A1.2.13.dfsg-1+b1?arch=amd64&distro=debian-12&upstream=zlib%401%3A1.2.13.dfsg-1"},
              {"purl": "pkg:npm/left-pad@1.0.0"}]}
            """;

    @TempDir
    Path folder;

    /** The check itself, by {@code build/check-vulnerabilities.sh}: it names the data and the bills of materials. */
    @Test
    void nothingThatTheProgramIsMadeOfIsKnownToBeVulnerable() throws Exception {
        String data = System.getProperty("advisories", "");
        assumeTrue(!data.isEmpty(), "build/check-vulnerabilities.sh names a copy of OSV's data");
        List<Path> bills = Stream.of(System.getProperty("bills", "").split(","))
                .map(Path::of)
                .toList();
        List<String> found = new Advisories(Path.of(data)).about(bills);
        Files.write(Path.of("target/vulnerabilities.txt"), found);
        assertThat(found).isEmpty();
    }

    private List<String> found(String advisory) throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("a.json"), advisory);
        return new Advisories(data).about(List.of(Files.writeString(folder.resolve("bill.json"), BILL)));
    }

    private static String maven(String more) {
        return """
                {"id": "GHSA-1", "aliases": ["CVE-2026-1"], "summary": "Reads too much",
                 "affected": [{"package": {"ecosystem": "Maven", "name": "org.example:reader"}, %s}]}
                """.formatted(more);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"introduced\": \"0\" | true",
                "\"introduced\": \"0\"}, {\"fixed\": \"2.4.2\" | true",
                "\"introduced\": \"0\"}, {\"fixed\": \"2.4.1\" | false",
                "\"introduced\": \"2.10.0\" | false",
                "\"introduced\": \"2.0.0\"}, {\"last_affected\": \"2.4.1\" | true",
                "\"introduced\": \"2.0.0\"}, {\"last_affected\": \"2.4.0\" | false",
                "\"introduced\": \"2.4.1-rc1\"}, {\"fixed\": \"2.4.1-rc2\" | false",
                "\"introduced\": \"0\"}, {\"fixed\": \"1.9\"}, {\"introduced\": \"2.0\"}, {\"fixed\": \"2.5\" | true"
            })
    void aRangeIsReadByMavensOrderOfVersions(String events, boolean vulnerable) throws Exception {
        List<String> found = found(maven("\"ranges\": [{\"type\": \"ECOSYSTEM\", \"events\": [{" + events + "}]}]"));
        if (vulnerable) {
            assertThat(found).containsExactly("org.example:reader 2.4.1: GHSA-1 (CVE-2026-1) Reads too much");
        } else {
            assertThat(found).isEmpty();
        }
    }

    @Test
    void aListedVersionIsFoundAndAWithdrawnAdvisoryIsNone() throws Exception {
        assertThat(found(maven("\"versions\": [\"2.4.0\", \"2.4.1\"]"))).hasSize(1);
        assertThat(found(maven("\"versions\": [\"2.4.1\"]").replaceFirst("\\{", "{\"withdrawn\": \"2026-01-01\",")))
                .isEmpty();
    }

    @Test
    void aDebianPackageIsFoundByItsSourceInAnArchiveToo() throws Exception {
        String advisory = """
                {"id": "DEBIAN-CVE-2026-2", "details": "Inflates", "affected": [
                  {"package": {"ecosystem": "Debian:12", "name": "zlib"},
                   "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "1:1.2.13.dfsg-1+deb12u1"}]}]}]}
                """;
        Path bill = Files.writeString(folder.resolve("bill.json"), BILL);
        Path zip = folder.resolve("all.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("DEBIAN-CVE-2026-2.json"));
            out.write(advisory.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        assertThat(new Advisories(zip).about(List.of(bill)))
                .containsExactly("zlib 1:1.2.13.dfsg-1: DEBIAN-CVE-2026-2 Inflates");
        assertThat(found(advisory.replace("Debian:12", "Debian:13"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 1.0, 0",
        "1.0~rc1, 1.0, -1",
        "1.0, 1.0-1, -1",
        "1:0.1, 9.9, 1",
        "1.2.9, 1.2.10, -1",
        "15.18-0+deb12u1, 15.18-0+deb12u2, -1",
        "2.36-9+deb12u13, 2.36-9+deb12u9, 1",
        "1.0a, 1.0+, -1",
        "1.0.0, 1.0, 1"
    })
    void debiansOrderOfVersions(String one, String other, int order) {
        assertThat(Integer.signum(Versions.of("Debian:12").compare(one, other))).isEqualTo(order);
        assertThat(Integer.signum(Versions.of("Debian:12").compare(other, one))).isEqualTo(-order);
    }
}
