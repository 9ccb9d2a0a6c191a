package dev.exdate.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.format.Format;
import dev.exdate.format.Payload;
import dev.exdate.process.Version;
import dev.exdate.run.ExitCode;
import dev.exdate.settings.InvalidSetting;
import dev.exdate.source.AnswerKinds;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code exdate parse}: parses a saved answer of a source. */
@Command(
        name = "parse",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Parses a saved answer of a source and prints it as JSON.",
        footerHeading = "%nExample:%n",
        footer = {
            "  exdate parse yahoo/chart chart.json",
            "  exdate parse fmp/dividends error.txt --status 402",
            "  exdate parse --response 4711"
        })
final class ParseCommand implements Callable<Integer>, AnsweredEarly, Prepares {
    private static final ObjectWriter JSON = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build()
            .writer();

    private final ArchivedAnswers kept;

    @Parameters(index = "0", arity = "0..1", paramLabel = "KIND", description = "source and document, see --list")
    @Nullable String kind;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FILE",
            description = "the file with the answer's body; - for standard input")
    @Nullable Path file;

    @Option(
            names = "--status",
            paramLabel = "CODE",
            defaultValue = "200",
            description = "the answer's HTTP status (default 200)")
    int status = 200;

    @Option(
            names = "--response",
            paramLabel = "ID",
            description = "an answer that is kept, instead of a file: see `exdate archive list`")
    @Nullable Long response;

    @Option(names = "--list", description = "list the kinds")
    boolean list;

    @Spec
    CommandSpec spec;

    ParseCommand(ArchivedAnswers kept) {
        this.kept = kept;
    }

    @Override
    public boolean isEarly() {
        return response == null;
    }

    @Override
    public Preparation prepare(PrintWriter out) throws DatabaseUnavailable, InterruptedException {
        return Preparation.existing(Optional.empty());
    }

    @Override
    public Integer call() throws Exception {
        Formats formats = new Formats();
        if (response != null) {
            return parse(kept.find(response));
        }
        if (list) {
            formats.kinds().forEach(spec.commandLine().getOut()::println);
            return ExitCode.DONE;
        }
        if (kind == null || file == null) {
            throw new ParameterException(spec.commandLine(), "give KIND and FILE, or --list");
        }
        Format<?> format = formats.find(kind)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "unknown kind '" + kind + "'; see `exdate parse --list`"));
        return print(format, Payload.of(status, read(file)));
    }

    private int parse(ArchivedAnswers.Whole answer) {
        String source = answer.response().source();
        Format<?> format = AnswerKinds.of(source, answer.response().address())
                .orElseThrow(
                        () -> new InvalidSetting("answer " + answer.response().id() + " (" + source + " "
                                + answer.response().address() + ") is of no kind that `exdate parse` knows"));
        return print(format, answer.payload());
    }

    private static byte[] read(Path file) throws IOException {
        if (file.toString().equals("-")) {
            return whole(System.in);
        }
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new InvalidSetting("can't read the file " + file + "; check the path");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return whole(in);
        }
    }

    /** One byte too many tells that there is more than is ever read. */
    private static byte[] whole(InputStream in) throws IOException {
        return in.readNBytes(Payload.LARGEST + 1);
    }

    private <R> int print(Format<R> format, Payload payload) {
        Answer<R> answer = payload.body().length > Payload.LARGEST
                ? Answer.failed(Failure.MALFORMED, "larger than %d MB".formatted(Payload.LARGEST >> 20))
                : format.parser().parse(payload);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kind", format.kind());
        switch (answer) {
            case Answer.Rows<R> some -> {
                json.put("result", "rows");
                ArrayNode rows = json.putArray("rows");
                some.rows().forEach(row -> rows.add(fields(format.fields().apply(row))));
            }
            case Answer.Nothing<R> ignored -> {
                json.put("result", "nothing");
                json.putArray("rows");
            }
            case Answer.Failed<R> failed -> {
                json.put("result", "failure");
                json.put("failure", failed.failure().word());
                json.put("message", failed.message());
                json.putArray("rows");
            }
        }
        spec.commandLine().getOut().println(line(json));
        return answer instanceof Answer.Failed<R> ? ExitCode.TASK_FAILED : ExitCode.DONE;
    }

    /** Names from outside may contain terminal control characters, and a terminal may support only ASCII. */
    private static String line(ObjectNode json) {
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode fields(Map<String, Object> fields) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        fields.forEach((name, value) -> row.put(name, value.toString()));
        return row;
    }
}
