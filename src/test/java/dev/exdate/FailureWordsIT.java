package dev.exdate;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsServer;
import dev.exdate.database.TestDatabase;
import dev.exdate.sandbox.Sandbox;
import dev.exdate.sandbox.SandboxOptions;
import dev.exdate.testing.ExdateProgram;
import dev.exdate.web.LoopbackServer;
import dev.exdate.web.SelfSigned;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Failures of network, sources, disk and database, each on the real program: plain words, and no class of exceptions. */
class FailureWordsIT {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Pattern CODE =
            Pattern.compile("\\b(?:[a-z]\\w*\\.){2,}[A-Z]\\w*|[A-Z]\\w*(?:Exception|Error)\\b|\\tat |Caused by");

    @TempDir
    Path folder;

    private static byte[] truncatedGzip() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("<html>".repeat(20_000).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
        return Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
    }

    /** Output, error output and journal; the task's own log has the trace for a programmer. */
    private void noClassIsNamed(ExdateProgram.Ended ended, TestDatabase database) throws Exception {
        assertThat(ended.all()).doesNotContainPattern(CODE);
        assertThat(database.rows("SELECT reason FROM exdate.task_run WHERE reason IS NOT NULL"
                        + " UNION ALL SELECT reason FROM exdate.failed_unit"))
                .noneMatch(reason -> CODE.matcher(reason).find());
    }

    @Test
    void networkSourcesAndDatabaseFailInPlainWords() throws Exception {
        byte[] half = truncatedGzip();
        try (TestDatabase database = TestDatabase.empty();
                Sandbox sandbox =
                        Sandbox.start(new SandboxOptions(0, 16, 3, Duration.ZERO, "", Optional.empty(), DAY));
                LoopbackServer server = new LoopbackServer()) {
            HttpsServer stranger = SelfSigned.of(folder, "ip:127.0.0.1")
                    .server(exchange -> LoopbackServer.answer(exchange, 200, "text/plain", new byte[0]));
            String unknown = "https://127.0.0.1:" + stranger.getAddress().getPort();
            server.on("/extapi/api/public/dividend-calendar/paged", exchange -> {
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                LoopbackServer.answer(exchange, 200, "application/json", half);
            });
            Path sources = folder.resolve("sources.properties");
            sandbox.writeSources(sources, false);
            ExdateProgram program = new ExdateProgram(folder)
                    .with("DATABASE_URL", database.url())
                    .with("EXDATE_ATTEMPTS", "1");
            ExdateProgram.Ended found = program.run("discover", "--sources", "sources.properties");
            assertThat(found.exitCode()).as(found.all()).isZero();

            String changed = Files.readString(sources);
            for (String[] address : new String[][] {
                {"CBOE", "http://127.0.0.1:1"},
                {"NASDAQ", "https://no.such.host.invalid"},
                {"YIELDMAX", unknown},
                {"GLOBENEWSWIRE", unknown},
                {"SNOWBALL", server.address().toString()}
            }) {
                changed = changed.replaceAll("(EXDATE_SOURCE_" + address[0] + "_BASE_URL=).*", "$1" + address[1]);
            }
            Files.writeString(sources, changed);
            ExdateProgram.Ended network =
                    program.run("scrape", "yieldmax", "cboe", "nasdaq", "snowball", "--sources", "sources.properties");
            stranger.stop(0);
            assertThat(network.exitCode()).as(network.all()).isEqualTo(1);
            assertThat(network.out())
                    .contains("no connection to 127.0.0.1:1")
                    .contains("no.such.host.invalid can't be resolved")
                    .contains("TLS handshake with 127.0.0.1:")
                    .contains("the answer is not valid gzip");
            noClassIsNamed(network, database);

            database.execute("ALTER TABLE raw_dividends DROP COLUMN amount CASCADE");
            ExdateProgram.Ended sql =
                    program.run("update", "--sources", "sources.properties", "--date", DAY.toString());
            assertThat(sql.exitCode()).as(sql.all()).isEqualTo(1);
            assertThat(sql.all()).contains("amount");
            noClassIsNamed(sql, database);
        }
    }
}
