package dev.exdate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.database.PsqlScript;
import dev.exdate.database.TestDatabase;
import dev.exdate.database.schema.Grants;
import dev.exdate.settings.DatabaseAddress;
import dev.exdate.settings.Secret;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Secrets of a run, and where they must not turn up. Each has a middle that all ways of writing leave as it is. */
public final class Planted {
    private static final String PASSWORD = "p@ss:/w#?%20 +\"'&<é\\$(x) PLANTEDdatabase";
    private static final String FMP = "f&<m p>+/PLANTEDfmp";
    private static final String ALPHA_VANTAGE = "a'v=\"%41PLANTEDalphavantage";
    private static final Pattern MIDDLE = Pattern.compile("PLANTED[a-z]+");

    private final TestDatabase database;
    private final DatabaseAddress address;

    private Planted(TestDatabase database, DatabaseAddress address) {
        this.database = database;
        this.address = address;
    }

    /** A role with a planted password that works in the database. */
    public static Planted in(TestDatabase database) throws Exception {
        DatabaseAddress server = database.administrator();
        String role = "planted_" + database.address().database();
        DatabaseAddress address = new DatabaseAddress(
                server.host(), server.port(), server.database(), role, new Secret(PASSWORD), Map.of());
        new PsqlScript(server).run(Grants.script(address));
        database.administer("ALTER ROLE " + role + " PASSWORD '" + PASSWORD.replace("'", "''") + "'");
        // So that the test sees what it has written.
        database.administer("GRANT " + role + " TO " + database.address().user());
        return new Planted(database, address);
    }

    public void remove() {
        database.administer("DROP OWNED BY " + address.user() + " CASCADE", "DROP ROLE " + address.user());
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public String url() {
        return url(PASSWORD, address.port(), address.database());
    }

    /** With a password that is wrong, and planted too. */
    public String wrongUrl() {
        return url("wr@ng PLANTEDwrong", address.port(), address.database());
    }

    public String url(String password, int port, String name) {
        return "postgresql://" + address.user() + ":" + coded(password) + "@127.0.0.1:" + port + "/" + name;
    }

    public String urlOf(int port, String name) {
        return url(PASSWORD, port, name);
    }

    public ExdateProgram program(Path folder) {
        return new ExdateProgram(folder)
                .with("DATABASE_URL", url())
                .with("FMP_API_KEY", FMP)
                .with("ALPHA_VANTAGE_API_KEY", ALPHA_VANTAGE);
    }

    public static String fmp() {
        return FMP;
    }

    /** The planted secrets in a text. */
    public static Set<String> in(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = MIDDLE.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    public static void notIn(ExdateProgram.Ended ended) {
        assertThat(in(ended.out() + ended.err())).as(ended.all()).isEmpty();
    }

    /** Whatever lies in the folder, dumps as text. */
    public static void notInFiles(Path folder) throws Exception {
        List<String> found = new ArrayList<>();
        for (Path file : below(folder)) {
            if (Files.isRegularFile(file)) {
                in(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .forEach(secret -> found.add(file + " " + secret));
                if (file.toString().endsWith(".dump")) {
                    in(restored(file)).forEach(secret -> found.add(file + " (restored) " + secret));
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static String restored(Path dump) throws IOException, InterruptedException {
        Process restore = new ProcessBuilder("pg_restore", "--file=-", dump.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String text = new String(restore.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertThat(restore.waitFor()).as("pg_restore of " + dump).isZero();
        assertThat(text).contains("CREATE TABLE");
        return text;
    }

    /** Every row of every table. */
    public void notInTables() {
        for (String table : database.rows("SELECT schemaname || '.' || quote_ident(tablename) FROM pg_tables"
                + " WHERE schemaname IN ('public', 'exdate')")) {
            for (String row : database.rows("SELECT t::text FROM " + table + " t")) {
                assertThat(in(row)).as(table + ": " + row).isEmpty();
            }
        }
    }

    /** All that a program left below its folder can be opened by its owner alone. */
    public static void onlyTheOwnersIn(Path folder, Pattern but) throws IOException {
        List<String> open = new ArrayList<>();
        for (Path file : below(folder)) {
            String name = folder.relativize(file).toString();
            String rights = Files.getPosixFilePermissions(file, java.nio.file.LinkOption.NOFOLLOW_LINKS).stream()
                    .map(Enum::name)
                    .filter(right -> !right.startsWith("OWNER"))
                    .sorted()
                    .toList()
                    .toString();
            if (!but.matcher(name).matches() && !Files.isSymbolicLink(file) && !rights.equals("[]")) {
                open.add(name + " " + rights);
            }
        }
        assertThat(open).isEmpty();
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !file.equals(folder)).toList();
        }
    }
}
