package dev.exdate.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.database.TestDatabase;
import dev.exdate.database.archive.ArchiveReader;
import dev.exdate.database.archive.ResponseArchive;
import dev.exdate.format.Payload;
import dev.exdate.settings.ArchiveSettings;
import dev.exdate.settings.SourceId;
import dev.exdate.web.KeptAnswer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.fresh();
    private final List<String> said = new ArrayList<>();

    @AfterEach
    void close() {
        database.close();
    }

    private ArchiveSettings settings() {
        return new ArchiveSettings(ArchiveSettings.Place.FOLDER, folder, 30, 1 << 30);
    }

    private void answered(String source, String address, String body) {
        ResponseArchive archive = new ResponseArchive(database, settings(), Clock.systemUTC());
        archive.keep(new KeptAnswer(
                new SourceId(source),
                address,
                new Payload(200, "application/json", body.getBytes(StandardCharsets.UTF_8)),
                Optional.empty(),
                Optional.empty()));
        archive.flush();
    }

    private static String calendar(String rate, String paid) {
        return """
                {"data": {"calendar": {"headers": null, "rows": [{"symbol": "ZZTA", "companyName": "A",
                    "dividend_Ex_Date": "01/06/2031", "payment_Date": "%s", "record_Date": "N/A",
                    "announcement_Date": "N/A", "dividend_Rate": %s, "indicated_Annual_Dividend": 0}]}},
                 "message": null, "status": {"rCode": 200, "bCodeMessage": null, "developerMessage": null}}
                """.formatted(paid, rate);
    }

    private Replay.Result replay(String source, boolean apply) throws Exception {
        said.clear();
        return new Replay(database, new ArchiveReader(database, settings()), said::add)
                .run(source, LocalDate.EPOCH, apply);
    }

    @Test
    void whatIsReadDifferentlyTodayIsShownAndStoredAsANewVersion() throws Exception {
        String address = "api.nasdaq.com/api/calendar/dividends?date=2031-01-06";
        answered("nasdaq", address, calendar("0.20", "N/A"));
        answered("nasdaq", address, calendar("0.25", "1/8/2031"));
        answered("nasdaq", "api.nasdaq.com/api/calendar/dividends?date=2031-01-07", "{\"data\": 1}");
        answered("yahoo", "query1.finance.yahoo.com/v8/finance/chart/ZZTA", "not asked for");
        database.execute("INSERT INTO exdate.statement (source, symbol, ex_date, kind, nth, amount)"
                + " VALUES ('nasdaq', 'ZZTA', '2031-01-06', 'regular', 0, 0.3)");

        assertThat(replay("", false)).isEqualTo(new Replay.Result(2, 1, 0, 1, 1));
        assertThat(said)
                .hasSize(2)
                .contains("2031-01-06  ZZTA  nasdaq  0.3 → 0.25; payment date unknown → 2031-01-08")
                .anyMatch(line -> line.contains("(nasdaq/calendar) can't be read: "));
        assertThat(database.value("SELECT count(*) FROM exdate.statement")).isEqualTo("1");

        assertThat(replay("nasdaq", true).differences()).isEqualTo(1);
        assertThat(
                        database.rows(
                                "SELECT amount, payment_date, superseded_at = 'infinity' FROM exdate.statement ORDER BY amount"))
                .containsExactly("0.25|2031-01-08|t", "0.3|-|f");
        assertThat(replay("", true).differences()).as("again").isZero();
        assertThat(replay("cboe", true)).isEqualTo(new Replay.Result(0, 0, 0, 0, 0));
    }

    /** A source that rounds has said nothing else. */
    @Test
    void aStoredAmountThatMeansTheSameIsNoDifference() throws Exception {
        answered("nasdaq", "api.nasdaq.com/api/calendar/dividends?date=2031-01-06", calendar("0.104", "N/A"));
        database.execute("INSERT INTO exdate.statement (source, symbol, ex_date, kind, nth, amount)"
                + " VALUES ('nasdaq', 'ZZTA', '2031-01-06', 'regular', 0, 0.10417)");
        assertThat(replay("", false).differences()).isZero();
    }

    @Test
    void anAnswerWhoseBodyIsGoneIsCounted() throws Exception {
        answered("nasdaq", "api.nasdaq.com/api/calendar/dividends?date=2031-01-06", calendar("0.104", "N/A"));
        Replay.Result result = new Replay(
                        database,
                        new ArchiveReader(
                                database,
                                new ArchiveSettings(ArchiveSettings.Place.FOLDER, folder.resolve("no"), 30, 1)),
                        said::add)
                .run("", LocalDate.EPOCH, false);
        assertThat(result).isEqualTo(new Replay.Result(0, 0, 1, 0, 0));
    }
}
