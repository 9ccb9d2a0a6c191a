package dev.exdate.replay;

import dev.exdate.database.Database;
import dev.exdate.database.archive.ArchiveReader;
import dev.exdate.database.archive.Response;
import dev.exdate.format.Answer;
import dev.exdate.format.Format;
import dev.exdate.format.Payload;
import dev.exdate.source.AnswerKinds;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Parses kept answers again, and finds what they say about payments that is not stored as their source's word. Of several
 * answers about a day the newest counts. Yahoo's are left out: what they state depends on splits of other answers.
 */
public final class Replay {
    private static final String ADJUSTED = "yahoo";

    private final Database database;
    private final ArchiveReader archive;
    private final Consumer<String> say;

    /** @param say gets a line for each difference and each answer that can't be read */
    public Replay(Database database, ArchiveReader archive, Consumer<String> say) {
        this.database = database;
        this.archive = archive;
        this.say = say;
    }

    /**
     * What came of it.
     *
     * @param answers that were parsed
     * @param failed of them
     * @param missing answers whose body is not kept any more
     * @param payments that they state
     * @param differences days of which something else is stored
     */
    public record Result(int answers, int failed, int missing, int payments, int differences) {}

    /**
     * Reads, and stores what is different unless it is only to be shown.
     *
     * @param source empty for all
     * @param since a day of New York
     */
    public Result run(String source, LocalDate since, boolean apply) throws SQLException, IOException {
        Map<ReadPayment.Day, List<ReadPayment>> read = new LinkedHashMap<>();
        int answers = 0;
        int failed = 0;
        int missing = 0;
        for (Response response : archive.newest(source, since)) {
            Optional<Format<?>> format = AnswerKinds.of(response.source(), response.address());
            if (format.isEmpty() || response.source().equals(ADJUSTED)) {
                continue;
            }
            Optional<Payload> payload = archive.payload(response);
            if (payload.isEmpty()) {
                missing++;
                continue;
            }
            answers++;
            failed += parse(format.get(), response, payload.get(), read) ? 0 : 1;
        }
        List<Difference> differences = new StoredWords(database).differences(read);
        differences.forEach(difference -> say.accept(difference.line()));
        if (apply && !differences.isEmpty()) {
            new StoredWords(database).store(differences);
        }
        int payments = read.values().stream().mapToInt(List::size).sum();
        return new Result(answers, failed, missing, payments, differences.size());
    }

    private <R> boolean parse(
            Format<R> format, Response response, Payload payload, Map<ReadPayment.Day, List<ReadPayment>> read) {
        Answer<R> answer = format.parser().parse(payload);
        if (answer instanceof Answer.Failed<R> refused) {
            say.accept(
                    "⚠️  answer %d (%s) can't be read: %s".formatted(response.id(), format.kind(), refused.message()));
            return false;
        }
        Map<ReadPayment.Day, List<ReadPayment>> days = new LinkedHashMap<>();
        for (R row : answer.rowsOrEmpty()) {
            ReadPayment.of(response.source(), format.fields().apply(row))
                    .ifPresent(payment -> days.computeIfAbsent(payment.day(), any -> new ArrayList<>())
                            .add(payment));
        }
        read.putAll(days);
        return true;
    }
}
