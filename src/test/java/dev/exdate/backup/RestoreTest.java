package dev.exdate.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.exdate.database.TestDatabase;
import dev.exdate.needs.MachineProgram;
import dev.exdate.needs.Needs;
import dev.exdate.task.TaskFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Needs(MachineProgram.POSTGRESQL_CLIENT)
class RestoreTest {
    /** What a database may hold besides plain tables; text that looks like the script around it. */
    private static final String ALL_SORTS = """
            INSERT INTO public.raw_stocks (symbol, name) SELECT 'ZZ' || i, 'Zed ' || i FROM generate_series(1, 500) i;
            INSERT INTO public.raw_stocks (symbol, name) VALUES
                ('DOT', E'\\\\.\\n\\\\.\\n--\\n-- Name: x; Type: TABLE; Schema: public; Owner: -\\n--\\n'),
                ('TAB', E'a\\tb\\\\N\\r\\n;COPY public.raw_stocks FROM stdin;'), ('UML', 'Zoë 🪙 $$ ''quoted'' {fn x} ?');
            CREATE TABLE public."odd Table" ("exdate's row" text, "t" text, data json, big jsonb, made text GENERATED ALWAYS AS (t || '!') STORED);
            INSERT INTO public."odd Table" VALUES ('x', 'y', '{"a": 1}', '{"b": [1, 2]}'), (NULL, NULL, NULL, NULL);
            CREATE TABLE public.parts (day date NOT NULL, n int) PARTITION BY RANGE (day);
            CREATE TABLE public.parts_2026 PARTITION OF public.parts FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
            INSERT INTO public.parts SELECT date '2026-01-01' + i, i FROM generate_series(0, 99) i;
            CREATE TYPE public.mood AS ENUM ('good', 'bad');
            CREATE DOMAIN public.positive AS int CHECK (VALUE > 0);
            CREATE TABLE public.moods (id serial PRIMARY KEY, mood public.mood, n public.positive, at timestamptz DEFAULT now());
            INSERT INTO public.moods (mood, n) VALUES ('good', 1), ('bad', 2);
            CREATE VIEW public.good AS SELECT * FROM public.moods WHERE mood = 'good';
            CREATE MATERIALIZED VIEW public.counted AS SELECT count(*) FROM public.moods;
            CREATE FUNCTION public.twice(n int) RETURNS int LANGUAGE plpgsql AS $body$
            BEGIN
                -- COPY public.raw_stocks (symbol) FROM stdin;
                RETURN n * 2;
            END
            $body$;
            CREATE SEQUENCE public.own_numbers;
            SELECT nextval('public.own_numbers'), nextval('public.own_numbers');
            CREATE SCHEMA other;
            CREATE TABLE other.notes (note text);
            INSERT INTO other.notes VALUES ('kept');
            """;

    @TempDir
    static Path made;

    @TempDir
    Path folder;

    private static TestDatabase source;
    private static BackupSet set;
    private static Contents contents;

    private BackupScene scene;

    @BeforeAll
    static void backUp() throws Exception {
        source = TestDatabase.fresh();
        source.execute(ALL_SORTS);
        source.execute("CREATE FUNCTION public.thrice(n int) RETURNS int BEGIN ATOMIC SELECT n * 3; END");
        BackupScene scene = new BackupScene(made);
        scene.backUp(source);
        set = scene.newest().set();
        contents = scene.newest().manifest().orElseThrow().contents();
        assertThat(scene.newest().isRestored()).as(scene.log().text()).isTrue();
    }

    @AfterAll
    static void drop() {
        source.close();
    }

    @BeforeEach
    void copy() throws IOException {
        scene = new BackupScene(folder);
        Path day = Files.createDirectories(folder.resolve(set.folder().getFileName()));
        for (Path file : set.files()) {
            Files.copy(file, day.resolve(file.getFileName()));
        }
    }

    private final TestDatabase target = TestDatabase.empty();

    @AfterEach
    void dropTarget() {
        target.close();
    }

    private Path dump() {
        return copyOf(set.dump());
    }

    private Path copyOf(Path file) {
        return folder.resolve(set.folder().getFileName()).resolve(file.getFileName());
    }

    private static Contents contents(TestDatabase database) throws Exception {
        return database.inTransaction(handle -> new TableReading(handle.connection()).contents());
    }

    @Test
    void anUnknownBackupIsRefusedWithTheNearestOnes() {
        String typed = dump().getFileName().toString().replace("full_backup", "full_bakcup");
        assertThatThrownBy(() -> new SetChoice(folder).choose(typed))
                .isInstanceOf(TaskFailed.class)
                .message()
                .startsWith("no such file: ")
                .contains("(nearest: " + dump() + ")", "exdate backup --list");
    }

    @Test
    void anEmptyDatabaseGetsAllOfIt() throws Exception {
        scene.restore(target, "latest", false, Optional.empty());

        assertThat(contents(target)).isEqualTo(contents);
        assertThat(target.value("SELECT name FROM public.raw_stocks WHERE symbol = 'UML'"))
                .isEqualTo("Zoë 🪙 $$ 'quoted' {fn x} ?");
        assertThat(
                        target.rows(
                                "SELECT public.twice(2), public.thrice(2), (SELECT count FROM public.counted),"
                                        + " (SELECT count(*) FROM public.good), nextval('public.own_numbers'), (SELECT note FROM other.notes)"))
                .containsExactly("4|6|2|1|3|kept");
        assertThat(scene.log().lines())
                .contains("   📋 public.raw_stocks: 503 rows")
                .last()
                .asString()
                .startsWith("✅ Restored: ")
                .endsWith("row counts and checksums match the manifest");
    }

    @Test
    void aFullOneIsRefusedAndWithOverwriteBackedUpFirst() throws Exception {
        target.execute(
                "CREATE TABLE public.mine AS SELECT 1 AS a; CREATE VIEW public.my_view AS SELECT * FROM public.mine;"
                        + "CREATE TYPE public.mood AS ENUM ('so so'); CREATE SCHEMA mine; CREATE TABLE mine.more (b serial);"
                        + "CREATE FUNCTION public.twice(n int) RETURNS int LANGUAGE sql AS 'SELECT 7'");

        assertThatThrownBy(() -> scene.restore(target, dump().toString(), false, Optional.empty()))
                .isInstanceOf(TaskFailed.class)
                .hasMessageContaining("is not empty")
                .hasMessageContaining("--overwrite");
        assertThat(target.value("SELECT a FROM public.mine")).isEqualTo("1");

        scene.restore(target, dump().toString(), true, Optional.empty());

        assertThat(contents(target)).isEqualTo(contents);
        assertThat(target.rows("SELECT to_regclass('public.mine'), to_regclass('mine.more'), public.twice(2)"))
                .containsExactly("-|-|4");
        StoredSet kept = scene.newest();
        assertThat(kept.isBeforeRestore()).isTrue();
        assertThat(kept.isRestored()).isTrue();
        assertThat(kept.manifest().orElseThrow().tables()).containsExactly(java.util.Map.entry("public.mine", 1L));
        assertThat(new SetChoice(folder).choose("latest").set().dump()).isEqualTo(dump());
    }

    @Test
    void aSetThatWasChangedIsRefusedBeforeAnythingIsTouched() throws Exception {
        byte[] whole = Files.readAllBytes(dump());
        byte[] flipped = whole.clone();
        flipped[whole.length / 2] ^= 1;

        Files.write(dump(), flipped);
        refused("checksum mismatch");
        Files.write(dump(), java.util.Arrays.copyOf(whole, whole.length - 100));
        refused("size mismatch");
        assertThatThrownBy(() -> scene.restore(target, "latest", false, Optional.empty()))
                .hasMessageContaining("no proven backup in " + folder);
        Files.write(dump(), whole);
        Files.delete(copyOf(set.manifest()));
        refused("manifest.json is missing or damaged");
    }

    @Test
    void aSetOfSomethingNewerIsRefused() throws Exception {
        manifest("\"server\" : \"[^\"]*\"", "\"server\" : \"99.1\"");
        refused("the backup is from PostgreSQL 99.1");
        manifest("\"pgDump\" : \"[^\"]*\"", "\"pgDump\" : \"98.2\"");
        refused("install postgresql-client-98 or newer");
        manifest("\"tables\" : \"[^\"]*\"", "\"tables\" : \"9999\"");
        refused("made by a newer Exdate");
    }

    /** Changes what the manifest says, from what it was. */
    private void manifest(String what, String into) throws IOException {
        Files.writeString(
                copyOf(set.manifest()), Files.readString(set.manifest()).replaceFirst(what, into));
    }

    private void refused(String why) {
        assertThatThrownBy(() -> scene.restore(target, dump().toString(), true, Optional.empty()))
                .isInstanceOf(TaskFailed.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("\n");
        assertThat(target.rows("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
                .isEmpty();
    }

    @Test
    void whatGoesWrongOnTheWayLeavesWhatWasThere() throws Exception {
        target.execute("CREATE TABLE public.mine AS SELECT 1 AS a");
        manifest("\"public.raw_stocks\" : 503", "\"public.raw_stocks\" : 504");

        assertThatThrownBy(() -> scene.restore(target, dump().toString(), true, Optional.empty()))
                .isInstanceOf(TaskFailed.class)
                .hasMessageContaining("nothing was changed")
                .hasMessageContaining("public.raw_stocks has 503 rows instead of 504");

        assertThat(target.value("SELECT a FROM public.mine")).isEqualTo("1");
        assertThat(target.value("SELECT to_regclass('public.raw_stocks')")).isEqualTo("-");
    }

    @Test
    void anEncryptedSetIsOpenedByItsKeyAlone() throws Exception {
        AgeKey key = AgeKey.ephemeral();
        Path identity = Files.writeString(folder.resolve("key.txt"), "# a comment\n" + key.identity() + "\n");
        Path other = Files.writeString(
                folder.resolve("other.txt"), AgeKey.ephemeral().identity() + "\n");
        scene.encryptingTo(key.recipient()).backUp(source, BackupScene.NIGHT.plusSeconds(60));
        StoredSet stored = scene.newest();
        assertThat(stored.isRestored()).isTrue();
        String dump = stored.set().dump().toString();

        assertThatThrownBy(() -> scene.restore(target, dump, false, Optional.empty()))
                .hasMessageContaining("is encrypted")
                .hasMessageContaining("--identity");
        assertThatThrownBy(() -> scene.restore(target, dump, false, Optional.of(other)))
                .hasMessageContaining("can't be decrypted with this identity");
        scene.restore(target, dump, false, Optional.of(identity));

        assertThat(contents(target)).isEqualTo(contents);
        assertThat(scene.log().text()).doesNotContain(key.identity());
        for (Path file : stored.set().files()) {
            assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .as(file.toString())
                    .doesNotContain("CREATE TABLE")
                    .doesNotContain("Zed 1");
        }
        try (Stream<Path> files = Files.list(stored.set().folder())) {
            assertThat(files.map(Path::toString)
                            .filter(file -> file.contains(stored.set().stamp())))
                    .as("nothing that is not encrypted lies beside it")
                    .hasSize(4);
        }
        openedByTheAgeProgram(identity, dump);
    }

    /** Where it is installed: the format is the one everybody's age reads. */
    private void openedByTheAgeProgram(Path identity, String dump) throws Exception {
        Path age = Path.of("/usr/bin/age");
        if (!Files.isExecutable(age)) {
            return;
        }
        Path opened = folder.resolve("opened.dump");
        ChildProcess.Ended ended = new ChildProcess(java.util.Map.of())
                .run(List.of(age.toString(), "-d", "-i", identity.toString(), "-o", opened.toString(), dump));
        assertThat(ended.words()).startsWith("status 0");
        assertThat(Files.size(opened)).isPositive();
    }
}
