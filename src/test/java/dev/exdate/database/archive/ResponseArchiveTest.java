package dev.exdate.database.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.exdate.database.TestDatabase;
import dev.exdate.format.Answer;
import dev.exdate.format.Payload;
import dev.exdate.settings.ArchiveSettings;
import dev.exdate.source.fmp.FmpSource;
import dev.exdate.source.nasdaq.NasdaqSource;
import dev.exdate.web.HttpWeb;
import dev.exdate.web.Request;
import dev.exdate.web.TestWeb;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResponseArchiveTest {
    private static final String BODY = "{\"rows\": \"" + "ZZTA ".repeat(200) + "\"}";

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.fresh();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", ResponseArchiveTest::answer);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        database.close();
    }

    /** {@code /plain} as it is, {@code /gone} with 404, all else with gzip. */
    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        if (!path.equals("/plain")) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (OutputStream out = new GZIPOutputStream(packed)) {
                out.write(body);
            }
            body = packed.toByteArray();
        }
        exchange.sendResponseHeaders(path.equals("/gone") ? 404 : 200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private void ask(ArchiveSettings settings, String... paths) throws Exception {
        ResponseArchive archive = new ResponseArchive(database, settings, Clock.systemUTC());
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (HttpWeb web = TestWeb.keeping(address, archive)) {
            for (String path : paths) {
                web.source(NasdaqSource.ID)
                        .fetch(Request.of(path).with("date", "2031-01-06"), payload -> Answer.nothing());
            }
        }
        archive.flush();
    }

    private ArchiveSettings in(ArchiveSettings.Place place, long largest) {
        return new ArchiveSettings(place, folder, 30, largest);
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ArchiveSettings.Place.class,
            names = {"FOLDER", "DATABASE"})
    void eachAnswerIsListedAndTheSameBodyIsKeptOnce(ArchiveSettings.Place place) throws Exception {
        ArchiveSettings settings = in(place, 1 << 20);
        ask(settings, "/plain", "/packed", "/gone");
        ArchiveReader reader = new ArchiveReader(database, settings);
        List<Response> kept = reader.list(new ArchiveReader.Selection("nasdaq", LocalDate.EPOCH, 10));
        assertThat(kept).extracting(Response::status).containsExactly(404, 200, 200);
        assertThat(kept.getLast().address()).matches("127\\.0\\.0\\.1:\\d+/plain\\?date=2031-01-06");
        assertThat(database.value("SELECT count(*) FROM exdate.response_body")).isEqualTo("1");
        assertThat(files()).isEqualTo(place == ArchiveSettings.Place.FOLDER ? 1 : 0);
        for (Response response : kept) {
            assertThat(reader.payload(response).map(Payload::text)).hasValue(BODY);
        }
        assertThat(reader.newest("", LocalDate.EPOCH)).hasSize(2);
        assertThat(reader.list(new ArchiveReader.Selection("cboe", LocalDate.EPOCH, 10)))
                .isEmpty();
    }

    @Test
    void aFileThatACrashHasCutIsWrittenAgain() throws Exception {
        ArchiveSettings settings = in(ArchiveSettings.Place.FOLDER, 1 << 20);
        ask(settings, "/plain");
        try (Stream<Path> all = Files.walk(folder)) {
            Files.write(all.filter(Files::isRegularFile).findFirst().orElseThrow(), new byte[] {31});
        }
        ask(settings, "/plain");
        ArchiveReader reader = new ArchiveReader(database, settings);
        Response newest =
                reader.list(new ArchiveReader.Selection("", LocalDate.EPOCH, 1)).getFirst();
        assertThat(reader.payload(newest).map(Payload::text)).hasValue(BODY);
    }

    @Test
    void whatIsTooOldOrTooMuchIsDeletedWithItsFile() throws Exception {
        ask(in(ArchiveSettings.Place.FOLDER, 1 << 20), "/plain");
        database.execute("UPDATE exdate.response_body SET kept_at = now() - interval '31 days', hash = 'ab' || hash");
        ask(in(ArchiveSettings.Place.FOLDER, 1 << 20), "/plain");
        assertThat(database.value("SELECT count(*) FROM exdate.response_body")).isEqualTo("1");

        ask(in(ArchiveSettings.Place.FOLDER, 10), "/plain");
        assertThat(database.value("SELECT count(*) FROM exdate.response_body")).isEqualTo("0");
        assertThat(database.value("SELECT count(*) FROM exdate.response")).isEqualTo("0");
        assertThat(files()).isZero();
    }

    @Test
    void aKeyThatASourceGivesBackIsNotKept() throws Exception {
        server.createContext("/stable", exchange -> {
            byte[] body = ("Invalid API KEY " + exchange.getRequestURI().getQuery()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(401, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        ArchiveSettings settings = in(ArchiveSettings.Place.DATABASE, 1 << 20);
        ResponseArchive archive = new ResponseArchive(database, settings, Clock.systemUTC());
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (HttpWeb web = TestWeb.keeping(address, archive, Map.of("FMP_API_KEY", "hunter2hunter2"))) {
            web.source(FmpSource.ID).fetch(Request.of("/stable/profile"), payload -> Answer.nothing());
        }
        archive.flush();
        ArchiveReader reader = new ArchiveReader(database, settings);
        Response kept = reader.list(new ArchiveReader.Selection("fmp", LocalDate.EPOCH, 10))
                .getFirst();
        assertThat(kept.address()).endsWith("/stable/profile");
        assertThat(reader.payload(kept).map(Payload::text).orElseThrow())
                .startsWith("Invalid API KEY ")
                .doesNotContain("hunter2");
    }

    @Test
    void anArchiveThatIsOffOrBrokenCostsNoAnswer() throws Exception {
        ask(in(ArchiveSettings.Place.OFF, 10), "/plain");
        assertThat(database.value("SELECT count(*) FROM exdate.response")).isEqualTo("0");
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        ask(new ArchiveSettings(ArchiveSettings.Place.FOLDER, file, 30, 10), "/plain");
        assertThat(database.value("SELECT count(*) FROM exdate.response")).isEqualTo("0");
    }
}
