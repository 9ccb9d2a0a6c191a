package dev.exdate.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.database.archive.ArchiveReader;
import dev.exdate.database.archive.Response;
import dev.exdate.format.Format;
import dev.exdate.market.EasternTime;
import dev.exdate.process.Version;
import dev.exdate.run.DatabaseDoor;
import dev.exdate.run.ExitCode;
import dev.exdate.run.JournalView;
import dev.exdate.run.Session;
import dev.exdate.settings.InvalidSetting;
import dev.exdate.source.AnswerKinds;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code exdate archive}: the sources' answers that are kept. */
@Command(
        name = "archive",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Lists or exports kept answers of sources.",
            "`list` shows them, the newest first. `export ID` writes one to a file, with its status and address beside it, for `exdate parse` or a test."
        },
        footerHeading = "%nExample:%n",
        footer = {"  exdate archive list --source nasdaq", "  exdate archive export 4711 --to samples"})
final class ArchiveCommand implements Callable<Integer>, Prepares {
    private final DatabaseDoor door;
    private final ArchivedAnswers kept;

    /** What to do. */
    enum Word {
        LIST,
        EXPORT
    }

    @Parameters(index = "0", paramLabel = "WORD", description = "list or export")
    Word word = Word.LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "with export: the answer's number")
    @Nullable Long id;

    @Option(names = "--source", paramLabel = "S", defaultValue = "", description = "only this source's")
    String source = "";

    @Option(names = "--since", paramLabel = "DAY", description = "only those from this day on")
    LocalDate since = LocalDate.EPOCH;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", description = "at most so many (default 50)")
    int limit = 50;

    @Option(names = "--to", paramLabel = "DIR", defaultValue = ".", description = "the folder for exports")
    Path to = Path.of(".");

    @Option(names = "--json", description = "print one JSON array instead of lines")
    boolean json;

    @Spec
    CommandSpec spec;

    ArchiveCommand(DatabaseDoor door, ArchivedAnswers kept) {
        this.door = door;
        this.kept = kept;
    }

    @Override
    public Preparation prepare(PrintWriter out) throws DatabaseUnavailable, InterruptedException {
        if (word == Word.EXPORT && id == null) {
            throw new InvalidSetting(
                    "`exdate archive export` needs the number of an answer; see `exdate archive list`");
        }
        return Preparation.existing(Optional.empty());
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = PlainWriter.on(spec.commandLine().getOut());
        return word == Word.EXPORT && id != null ? export(out, id) : list(out);
    }

    private int list(PrintWriter out) throws Exception {
        Session session = door.look();
        ArchiveReader.Selection selection =
                new ArchiveReader.Selection(source.strip().toLowerCase(Locale.ROOT), since, limit);
        List<Response> responses = JournalView.at(session)
                .read(() -> kept.reader(session).list(selection))
                .orElse(List.of());
        if (json) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            responses.forEach(response -> array.add(json(response)));
            out.println(array);
            return ExitCode.DONE;
        }
        if (responses.isEmpty()) {
            out.println("No answers are kept");
        }
        responses.forEach(response -> out.println("%6d  %s  %s  %d  %s"
                .formatted(
                        response.id(),
                        EasternTime.second(response.answeredAt()),
                        response.source(),
                        response.status(),
                        response.address())));
        return ExitCode.DONE;
    }

    private static ObjectNode json(Response response) {
        ObjectNode one = JsonNodeFactory.instance.objectNode();
        one.put("id", response.id());
        one.put("source", response.source());
        one.put("kind", kind(response));
        one.put("address", response.address());
        one.put("status", response.status());
        one.put("contentType", response.contentType());
        one.put("answeredAt", response.answeredAt().toString());
        one.put("sha256", response.hash());
        return one;
    }

    private static @Nullable String kind(Response response) {
        return AnswerKinds.of(response.source(), response.address())
                .<String>map(Format::kind)
                .orElse(null);
    }

    private int export(PrintWriter out, long number) throws Exception {
        ArchivedAnswers.Whole answer = kept.find(number);
        String kind = kind(answer.response());
        String name = (kind == null ? answer.response().source() : kind.replace('/', '-')) + "-" + number;
        Files.createDirectories(to);
        Path body = to.resolve(name + "." + ending(answer.response().contentType()));
        Files.write(body, answer.payload().body());
        Files.writeString(
                to.resolve(name + ".about.json"), json(answer.response()).toPrettyString() + "\n");
        out.println(body);
        if (kind != null) {
            out.println("exdate parse " + kind + " " + body + " --status "
                    + answer.response().status());
        }
        return ExitCode.DONE;
    }

    private static String ending(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        return type.contains("json") ? "json" : type.contains("html") ? "html" : type.contains("csv") ? "csv" : "txt";
    }
}
