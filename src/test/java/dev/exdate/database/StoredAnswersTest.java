package dev.exdate.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.format.Parser;
import dev.exdate.format.StatusCode;
import dev.exdate.settings.SourceId;
import dev.exdate.source.cboe.CboeSource;
import dev.exdate.source.fmp.FmpSource;
import dev.exdate.web.Evening;
import dev.exdate.web.HttpWeb;
import dev.exdate.web.KeptAnswers;
import dev.exdate.web.LoopbackServer;
import dev.exdate.web.Request;
import dev.exdate.web.RetryPolicy;
import dev.exdate.web.SourceClient;
import dev.exdate.web.TestWeb;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredAnswersTest {
    private static final Instant EVENING = Instant.parse("2026-11-25T02:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-11-24");

    private static final Parser<String> TEXT = payload -> StatusCode.<String>refusal(payload)
            .orElseGet(() -> Answer.rowsOrNothing(payload.text().isEmpty() ? List.of() : List.of(payload.text())));

    private final TestDatabase database = TestDatabase.fresh();
    private final LoopbackServer server = new LoopbackServer();

    @AfterEach
    void close() {
        server.close();
        database.close();
    }

    /** What a run does with a source. */
    private interface Work {
        void with(SourceClient source) throws InterruptedException;
    }

    /** @return what the source was asked for */
    private List<String> run(Instant now, Evening evening, boolean reuse, Work work) throws Exception {
        return run(server.address(), now, evening, reuse, CboeSource.ID, work);
    }

    private List<String> run(URI base, Instant now, Evening evening, boolean reuse, SourceId source, Work work)
            throws Exception {
        KeptAnswers kept = new KeptAnswers(new StoredAnswers(database.pool()), Clock.fixed(now, ZoneOffset.UTC));
        kept.begin(evening, reuse);
        server.requests().clear();
        try (HttpWeb web = new HttpWeb(
                TestWeb.settings(base, Map.of("FMP_API_KEY", "Aq7TsecretX1")),
                (any, limit) -> true,
                new RetryPolicy(1, Duration.ofMillis(10), Duration.ofSeconds(1)),
                kept)) {
            work.with(web.source(source));
        }
        return List.copyOf(server.requests());
    }

    private List<String> evening(Work work) throws Exception {
        return run(EVENING, new Evening(DAY, DAY), true, work);
    }

    private static Answer<String> read(SourceClient source, String path) throws InterruptedException {
        return source.fetch(Request.of(path).keeping(), TEXT);
    }

    private static void readAll(SourceClient source) throws InterruptedException {
        for (String path : List.of("/list", "/a", "/b")) {
            read(source, path);
        }
    }

    private void pages() {
        server.on("/list", "a b").on("/a", "one").on("/b", "two");
    }

    @Test
    void ofTheSameEveningOnlyTheFirstPageIsAskedForAgain() throws Exception {
        pages();
        assertThat(evening(StoredAnswersTest::readAll)).containsExactly("/list", "/a", "/b");
        assertThat(evening(source -> {
                    readAll(source);
                    assertThat(read(source, "/b")).isEqualTo(new Answer.Rows<>(List.of("two")));
                }))
                .containsExactly("/list");
    }

    @Test
    void aSourceThatHasChangedIsReadWhole() throws Exception {
        pages();
        evening(StoredAnswersTest::readAll);
        server.on("/list", "a b c").on("/a", "another");
        assertThat(evening(source -> {
                    readAll(source);
                    assertThat(read(source, "/a")).isEqualTo(new Answer.Rows<>(List.of("another")));
                }))
                .containsExactly("/list", "/a", "/b");
    }

    @Test
    void aSourceThatIsDownIsNoticed() throws Exception {
        pages();
        evening(StoredAnswersTest::readAll);
        server.on("/list", 503, "text/html", "");
        assertThat(evening(source -> {
                    assertThat(read(source, "/list")).isInstanceOf(Answer.Failed.class);
                    read(source, "/a");
                }))
                .containsExactly("/list", "/a");
    }

    @Test
    void whatWasHeldBackIsAskedForAgain() throws Exception {
        pages();
        evening(source -> {
            readAll(source);
            source.distrust(Request.of("/b").keeping());
        });
        assertThat(evening(StoredAnswersTest::readAll)).containsExactly("/list", "/b");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "another market day,  2026-11-25T02:05:00Z, 2026-11-25, 2026-11-24",
        "a session later,     2026-11-25T02:05:00Z, 2026-11-24, 2026-11-25",
        "more than 8 h later, 2026-11-25T10:00:01Z, 2026-11-24, 2026-11-24",
        "a clock set back,    2026-11-25T01:59:59Z, 2026-11-24, 2026-11-24"
    })
    void onAnotherEveningAllIsAskedForAgain(String when, Instant now, LocalDate day, LocalDate session)
            throws Exception {
        pages();
        evening(StoredAnswersTest::readAll);
        assertThat(run(now, new Evening(day, session), true, StoredAnswersTest::readAll))
                .as(when)
                .containsExactly("/list", "/a", "/b");
    }

    @Test
    void anotherAddressOfTheSourceIsAnotherSource() throws Exception {
        pages();
        evening(StoredAnswersTest::readAll);
        server.on("/other/list", "x").on("/other/a", "y").on("/other/b", "z");
        assertThat(run(
                        URI.create(server.address() + "/other"),
                        EVENING,
                        new Evening(DAY, DAY),
                        true,
                        CboeSource.ID,
                        StoredAnswersTest::readAll))
                .hasSize(3);
    }

    @Test
    void aPersonWhoNamesATaskIsObeyed() throws Exception {
        pages();
        evening(StoredAnswersTest::readAll);
        assertThat(run(EVENING, new Evening(DAY, DAY), false, source -> {
                    readAll(source);
                    readAll(source);
                }))
                .as("but each page once a run")
                .containsExactly("/list", "/a", "/b");
    }

    @Test
    void failuresAreNotKeptButAbsenceIs() throws Exception {
        server.on("/list", "a").on("/broken", 500, "text/html", "");
        Work work = source -> {
            read(source, "/list");
            read(source, "/broken");
            assertThat(read(source, "/absent"))
                    .isInstanceOfSatisfying(
                            Answer.Failed.class,
                            failed -> assertThat(failed.failure()).isEqualTo(Failure.NOT_FOUND));
        };
        evening(work);
        assertThat(evening(work)).containsExactly("/list", "/broken");
    }

    @Test
    void aFirstPageThatIsStillAbsentIsUnchanged() throws Exception {
        server.on("/a", "one");
        Work work = source -> {
            read(source, "/absent");
            read(source, "/a");
        };
        evening(work);
        assertThat(evening(work)).containsExactly("/absent");
    }

    @Test
    void anUnchangedFileOfAnotherEveningIsNotSentAgain() throws Exception {
        server.on("/list", exchange -> {
            boolean known = "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            LoopbackServer.answer(
                    exchange,
                    known ? 304 : 200,
                    "text/plain",
                    known ? new byte[0] : "content".getBytes(StandardCharsets.UTF_8));
        });
        evening(source -> read(source, "/list"));
        Evening next = new Evening(DAY.plusDays(1), DAY.plusDays(1));
        assertThat(run(
                        EVENING.plus(Duration.ofDays(1)),
                        next,
                        true,
                        source -> assertThat(read(source, "/list")).isEqualTo(new Answer.Rows<>(List.of("content")))))
                .containsExactly("/list");
        assertThat(database.value("SELECT market_day || ' ' || etag FROM exdate.kept_answer"))
                .isEqualTo("2026-11-25 \"v1\"");
    }

    @Test
    void noKeyIsKept() throws Exception {
        server.on("/stable/etf-list", "[]");
        run(
                server.address(),
                EVENING,
                new Evening(DAY, DAY),
                true,
                FmpSource.ID,
                source -> read(source, "/stable/etf-list"));
        assertThat(database.rows("SELECT k::text FROM exdate.kept_answer k"))
                .singleElement()
                .asString()
                .contains("/stable/etf-list")
                .doesNotContain("Aq7TsecretX1");
    }

    @Test
    void aDatabaseWithoutTheTableCostsRequestsOnly() throws Exception {
        pages();
        database.execute("DROP TABLE exdate.kept_answer");
        assertThat(evening(StoredAnswersTest::readAll)).hasSize(3);
        assertThat(evening(StoredAnswersTest::readAll)).hasSize(3);
    }
}
