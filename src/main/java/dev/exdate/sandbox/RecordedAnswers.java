package dev.exdate.sandbox;

import dev.exdate.sandbox.site.Parameters;
import dev.exdate.sandbox.site.SandboxAnswer;
import dev.exdate.sandbox.site.SandboxRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The saved answers of a list; {@link SandboxOptions#ANSWERS_HELP} describes it. */
final class RecordedAnswers {
    private static final Pattern LINE = Pattern.compile(
            "(?:https?://[^/\\s]+)?(?<address>/\\S*)\\s+=\\s+(?:(?<status>[2-5]\\d\\d)\\s+)?(?<file>\\S.*)");

    private final List<RecordedAnswer> answers;

    private RecordedAnswers(List<RecordedAnswer> answers) {
        this.answers = answers;
    }

    /** @throws IllegalArgumentException naming the line that cannot be read or whose file is missing */
    static RecordedAnswers of(Optional<Path> list) throws IOException {
        List<RecordedAnswer> answers = new ArrayList<>();
        if (list.isPresent()) {
            if (!Files.isRegularFile(list.get())) {
                throw new IllegalArgumentException("list of answers not found: " + list.get());
            }
            for (String line : Files.readAllLines(list.get())) {
                if (!line.isBlank() && !line.strip().startsWith("#")) {
                    answers.add(answer(line.strip(), list.get()));
                }
            }
        }
        answers.sort(Comparator.comparingInt(
                (RecordedAnswer answer) -> -answer.parameters().values().size()));
        return new RecordedAnswers(answers);
    }

    private static RecordedAnswer answer(String line, Path list) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("invalid answer \"" + line + "\"; expected path = [status] file");
        }
        URI address = URI.create(matcher.group("address"));
        Path file = list.resolveSibling(matcher.group("file").strip());
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("no file for the answer \"" + line + "\": " + file + " not found");
        }
        String status = matcher.group("status");
        return new RecordedAnswer(
                address.getPath(),
                Parameters.of(address.getRawQuery()),
                status == null ? 200 : Integer.parseInt(status),
                file);
    }

    /** The matching answer; of several, the one with the most parameters. */
    Optional<SandboxAnswer> answer(SandboxRequest request) {
        return answers.stream()
                .filter(answer -> answer.answers(request))
                .findFirst()
                .map(RecordedAnswer::answer);
    }
}
