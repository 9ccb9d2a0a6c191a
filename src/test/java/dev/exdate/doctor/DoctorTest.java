package dev.exdate.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.database.RunLock;
import dev.exdate.database.TestDatabase;
import dev.exdate.run.TestDoor;
import dev.exdate.run.plan.RunPlan;
import dev.exdate.settings.Settings;
import dev.exdate.source.Sources;
import dev.exdate.source.nyse.NyseSource;
import dev.exdate.task.TaskName;
import dev.exdate.testing.JsonSchema;
import dev.exdate.web.LoopbackServer;
import dev.exdate.web.TestWeb;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final URI NOBODY = URI.create("http://127.0.0.1:9");

    @TempDir
    Path folder;

    private final LoopbackServer sources = new LoopbackServer();
    private final Map<String, String> set = new HashMap<>();
    private TestDatabase database;
    private URI address;
    private Clock clock = Clock.systemUTC();

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        address = sources.address();
        set.put("EXDATE_LOG_DIR", folder.resolve("logs").toString());
        set.put("EXDATE_BACKUP_DIR", folder.resolve("backups").toString());
    }

    @AfterEach
    void close() {
        sources.close();
        database.close();
    }

    private Checkup examine(RunPlan plan, boolean ofOneRun) throws Exception {
        Map<String, String> all = new HashMap<>(set);
        all.put("DATABASE_URL", database.url());
        Settings settings = TestWeb.settings(address, all);
        Checkup checkup = new Doctor(TestDoor.to(database, settings), settings, clock)
                .examine(new Examination(plan, ofOneRun), said -> {});
        assertThat(checkup.all())
                .as("what isn't right says what to do")
                .allMatch(one ->
                        one.state() == Diagnosis.State.WELL || !one.remedy().isEmpty());
        return checkup;
    }

    private Checkup doctor() throws Exception {
        return examine(plan(false), false);
    }

    private Checkup rehearse() throws Exception {
        return examine(plan(true), true);
    }

    private static RunPlan plan(boolean discovers) {
        return new RunPlan(DAY, discovers, Map.of(), false, false, Map.of());
    }

    private static List<String> lines(Checkup checkup, String thing) {
        return checkup.all().stream()
                .filter(one -> one.thing().equals(thing))
                .map(Diagnosis::line)
                .toList();
    }

    private static String line(Checkup checkup, String thing) {
        return lines(checkup, thing).getFirst();
    }

    @Test
    void aGoodSetUpHasNoErrorAndNothingIsMade() throws Exception {
        database.close();
        database = TestDatabase.empty();
        Checkup checkup = rehearse();
        assertThat(checkup.exitCodeOfRun(false)).as(checkup.toString()).isZero();
        assertThat(line(checkup, "tables")).startsWith("ℹ️  tables").contains("not created yet");
        assertThat(database.value("SELECT count(*) FROM pg_namespace WHERE nspname = 'exdate'"))
                .isEqualTo("0");
        assertThat(folder).isEmptyDirectory();
        assertThat(sources.requests()).isEmpty();
        assertThat(doctor().exitCode(false)).isZero();
        assertThat(sources.requests()).hasSize((int) Sources.ALL.stream()
                .filter(source -> source.keySetting().isEmpty())
                .count());
    }

    @Test
    void aRunWithoutSymbolsOrDiscoveryWouldFail() throws Exception {
        Checkup checkup = examine(plan(false), true);
        assertThat(line(checkup, "symbols")).startsWith("❌").endsWith("→ add --discover=always");
        assertThat(checkup.exitCodeOfRun(false)).isEqualTo(1);
        assertThat(line(doctor(), "symbols")).startsWith("ℹ️").contains("exdate run --discover=always");
    }

    @Test
    void tablesOfAnotherProgramAreNamed() throws Exception {
        database.close();
        database = TestDatabase.empty();
        database.execute("CREATE TABLE public.raw_stocks (symbol text)");
        Checkup checkup = rehearse();
        assertThat(line(checkup, "tables"))
                .startsWith("❌")
                .contains("(raw_stocks) → `exdate backup` saves it as it is");
        assertThat(checkup.exitCodeOfRun(false)).isEqualTo(2);
    }

    @Test
    void anotherRunMeansExit3() throws Exception {
        try (RunLock lock = RunLock.take(database.address())) {
            Checkup checkup = rehearse();
            assertThat(lines(checkup, "lock")).as(checkup.toString()).isNotEmpty();
            assertThat(line(checkup, "lock")).contains("already running");
            assertThat(checkup.exitCodeOfRun(false)).as(checkup.toString()).isEqualTo(3);
            assertThat(checkup.exitCode(true)).isNotEqualTo(1);
        }
    }

    @Test
    void sourcesThatAreOutOfReachAreWarningsAndNoPricesAnError() throws Exception {
        address = NOBODY;
        Checkup checkup = doctor();
        assertThat(line(checkup, "cboe"))
                .isEqualTo(
                        "⚠️  cboe           no connection to 127.0.0.1:9" + " → check the network, proxy and firewall");
        assertThat(line(checkup, "update")).startsWith("❌").contains("no price source can be reached");
        assertThat(checkup.exitCode(false)).isEqualTo(1);
    }

    @Test
    void aRunWithoutAnyPriceSourceWouldFail() throws Exception {
        set.put("EXDATE_SOURCE_YAHOO_ENABLED", "false");
        assertThat(line(rehearse(), "update")).endsWith("→ set EXDATE_SOURCE_YAHOO_ENABLED=true");
        assertThat(rehearse().exitCodeOfRun(false)).isEqualTo(1);
        assertThat(examine(only(TaskName.BACKUP), true).exitCodeOfRun(false)).isZero();
    }

    private static RunPlan only(TaskName task) {
        return RunPlan.only(DAY, List.of(task), Map.of());
    }

    @Test
    void aClockThatIsOffIsAWarningBesideDatabaseAndSources() throws Exception {
        clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-10));
        assertThat(lines(doctor(), "clock"))
                .hasSize(2)
                .allMatch(line -> line.matches("⚠️  clock +is \\d{3} s behind .* → synchronise it with NTP.*"));
        clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1));
        assertThat(lines(doctor(), "clock")).hasSize(2).allMatch(line -> line.startsWith("✅"));
    }

    @Test
    void aMissingKeyIsANoteWithWhatToDo() throws Exception {
        assertThat(line(doctor(), "FMP_API_KEY")).startsWith("ℹ️").contains("is not set", " → set it");
    }

    @Test
    void aPgDumpThatIsNotThereIsAWrongSetting() throws Exception {
        set.put("EXDATE_PG_DUMP", "/nowhere/pg_dump");
        Checkup checkup = rehearse();
        assertThat(line(checkup, "pg_dump"))
                .startsWith("⚠️")
                .contains("there is no backup → install postgresql-client-");
        assertThat(line(checkup, "settings"))
                .startsWith("❌")
                .contains("EXDATE_PG_DUMP is \"/nowhere/pg_dump\", which does not exist → set it to");
        assertThat(checkup.exitCodeOfRun(false)).isEqualTo(2);
        assertThat(examine(only(NyseSource.SCRAPER), true).all())
                .extracting(Diagnosis::thing)
                .doesNotContain("pg_dump");
    }

    @Test
    void lessSpaceThanTheLastBackupNeededIsNamed() throws Exception {
        Path day = Files.createDirectories(folder.resolve("backups/20200101"));
        try (RandomAccessFile dump = new RandomAccessFile(
                day.resolve("full_backup_20200101_220000.dump").toFile(), "rw")) {
            dump.setLength(1L << 42);
        }
        assertThat(line(rehearse(), "backup space"))
                .startsWith("⚠️")
                .contains("needs about 4915.20 GB", "→ free space or set EXDATE_BACKUP_DIR");
    }

    @Test
    void theDataFolderMayBeReadOnlyWithADatabaseUrl() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        set.put("EXDATE_DATA_DIR", file.resolve("data").toString());
        assertThat(doctor().all()).extracting(Diagnosis::thing).doesNotContain("data");
        assertThat(doctor().exitCode(false)).isZero();
    }

    @Test
    void foldersThatCannotBeAreNamed() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        set.put("EXDATE_BACKUP_DIR", file.resolve("b").toString());
        set.put("EXDATE_LOG_DIR", file.resolve("l").toString());
        Checkup checkup = rehearse();
        assertThat(lines(checkup, "settings"))
                .satisfiesExactly(
                        line -> assertThat(line).contains("EXDATE_BACKUP_DIR", "and " + file + " is not a folder"),
                        line -> assertThat(line).contains("EXDATE_LOG_DIR", "and " + file + " is not a folder"));
        assertThat(checkup.exitCodeOfRun(false)).isEqualTo(2);
        assertThat(checkup.exitCode(false)).isEqualTo(1);
    }

    @Test
    void aBrowserThatCantBeRunFailsItsTask() throws Exception {
        set.put("EXDATE_BROWSER", folder.toString());
        Checkup checkup = rehearse();
        assertThat(line(checkup, "browser")).startsWith("⚠️").contains("EXDATE_BROWSER", "the nyse task fails");
        assertThat(line(checkup, "settings")).contains("EXDATE_BROWSER", "which is not a file");
        assertThat(checkup.exitCodeOfRun(true)).isEqualTo(2);
    }

    @Test
    void theJsonIsOfTheDocumentedForm() throws Exception {
        JsonSchema schema = JsonSchema.of(Path.of("docs/checkup.schema.json"));
        Checkup checkup = rehearse();
        var json = CheckupJson.of("run --dry-run", checkup, 1, UnaryOperator.identity());
        json.put("marketStatus", "Markets Closed");
        json.put("deferred", false);
        CheckupJson.plan(json, plan(false));
        assertThat(schema.faults(json.toString())).isEmpty();
        assertThat(json.path("checks").size()).isEqualTo(checkup.all().size());
        assertThat(json.path("tasks").path(0).path("reason").asText()).isEqualTo("runs weekly on Sundays");
        json.put("more", 1);
        assertThat(schema.faults(json.toString())).containsExactly("$ has more, which the schema does not know");
    }

    @Test
    void theWayThroughAProxyIsShownWithoutItsPassword() throws Exception {
        assertThat(lines(doctor(), "route")).as("without a proxy").isEmpty();
        set.put("HTTP_PROXY", "http://someone:planted-4711-word@127.0.0.1:9");
        assertThat(line(doctor(), "route"))
                .startsWith("✅")
                .contains("through the proxy", "127.0.0.1:9", "(HTTP_PROXY)", "yahoo")
                .doesNotContain("planted");
        set.put("NO_PROXY", "127.0.0.1");
        assertThat(line(doctor(), "route")).contains("directly to", "yahoo");
    }
}
