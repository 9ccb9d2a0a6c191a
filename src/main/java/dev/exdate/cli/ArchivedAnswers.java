package dev.exdate.cli;

import dev.exdate.database.archive.ArchiveReader;
import dev.exdate.database.archive.Response;
import dev.exdate.format.Payload;
import dev.exdate.run.DatabaseDoor;
import dev.exdate.run.JournalView;
import dev.exdate.run.Session;
import dev.exdate.settings.Settings;
import dev.exdate.task.TaskFailed;
import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;

/** The sources' answers that are kept, for commands. */
@Dependent
final class ArchivedAnswers {
    private final DatabaseDoor door;
    private final Settings settings;

    ArchivedAnswers(DatabaseDoor door, Settings settings) {
        this.door = door;
        this.settings = settings;
    }

    /** One answer with its body. */
    record Whole(Response response, Payload payload) {}

    ArchiveReader reader(Session session) {
        return new ArchiveReader(session.database(), settings.archive());
    }

    /** @throws TaskFailed if it is not kept */
    Whole find(long id) throws Exception {
        Session session = door.look();
        ArchiveReader reader = reader(session);
        Optional<Response> response =
                JournalView.at(session).read(() -> reader.find(id)).orElse(Optional.empty());
        if (response.isEmpty()) {
            throw new TaskFailed("no answer " + id + " is kept; `exdate archive list` shows those that are");
        }
        return new Whole(response.get(), payload(reader, response.get()));
    }

    private Payload payload(ArchiveReader reader, Response response) throws TaskFailed, SQLException, IOException {
        return reader.payload(response)
                .orElseThrow(() -> new TaskFailed("the body of answer " + response.id() + " is not in "
                        + settings.archive().folder() + "; it was deleted or is on another machine"));
    }
}
