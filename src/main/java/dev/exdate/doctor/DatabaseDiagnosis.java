package dev.exdate.doctor;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.database.RunLock;
import dev.exdate.database.schema.Migrations;
import dev.exdate.database.server.PrivateServer;
import dev.exdate.run.DatabaseDoor;
import dev.exdate.run.ExitCode;
import dev.exdate.run.Session;
import dev.exdate.settings.InvalidSetting;
import dev.exdate.task.TaskName;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;

/** Whether the database is there, may be used, and has tables and symbols. Nothing is changed. */
record DatabaseDiagnosis(DatabaseDoor door, Consumer<Diagnosis> say) {
    private static final String DATABASE = "database";
    private static final String TABLES = "tables";
    private static final String SYMBOLS = "symbols";

    /** Empty if the run could not use it. */
    Optional<Session> examine(Examination examination) {
        if (door.coming()) {
            coming(examination);
            return Optional.empty();
        }
        try {
            Session session = door.open();
            say.accept(Diagnosis.well(DATABASE, door.place() + ", PostgreSQL " + session.serverVersion()));
            say.accept(Diagnosis.well("rights", "the role " + session.address().user() + " has all that it needs"));
            if (!tables(session)) {
                return Optional.empty();
            }
            lock(session);
            symbols(session, examination);
            return Optional.of(session);
        } catch (DatabaseUnavailable | InvalidSetting e) {
            say.accept(
                    Diagnosis.broken(DATABASE, String.valueOf(e.getMessage())).ending(ExitCode.USAGE));
        } catch (SQLException e) {
            say.accept(Diagnosis.broken(DATABASE, "fails: " + e.getMessage(), "see the server's log")
                    .ending(ExitCode.USAGE));
        }
        return Optional.empty();
    }

    /** A private one that the run would make. */
    private void coming(Examination examination) {
        if (PrivateServer.isPossible()) {
            say.accept(Diagnosis.well(DATABASE, door.place() + "; the first run makes it"));
            noSymbols(examination);
        } else {
            say.accept(Diagnosis.broken(
                            DATABASE,
                            "no PostgreSQL server is installed for a private one",
                            "set DATABASE_URL, or install postgresql-15 or newer")
                    .ending(ExitCode.USAGE));
        }
    }

    private boolean tables(Session session) throws DatabaseUnavailable {
        Migrations migrations = session.migrations();
        try {
            migrations.refuseForeignTables();
        } catch (DatabaseUnavailable e) {
            say.accept(Diagnosis.broken(TABLES, String.valueOf(e.getMessage())).ending(ExitCode.USAGE));
            return false;
        }
        if (migrations.upToDate()) {
            say.accept(Diagnosis.well(TABLES, "up to date"));
        } else if (migrations.begun()) {
            say.accept(Diagnosis.note(TABLES, "out of date", "the next run updates them, as `exdate migrate` does"));
        } else {
            say.accept(
                    Diagnosis.note(TABLES, "not created yet", "the first run creates them, as `exdate migrate` does"));
        }
        return true;
    }

    private void lock(Session session) throws SQLException {
        Optional<String> holder = session.database().once(RunLock::holder);
        holder.ifPresent(who -> say.accept(Diagnosis.note("lock", who, "wait for its end, see `exdate status`")
                .ending(ExitCode.LOCKED)));
    }

    private void symbols(Session session, Examination examination) throws SQLException, DatabaseUnavailable {
        boolean some = session.migrations().begun()
                && session.database()
                        .once(handle -> handle.sql("SELECT EXISTS (SELECT FROM public.raw_stocks)")
                                .one(row -> row.getBoolean(1)));
        if (!some) {
            noSymbols(examination);
        }
    }

    private void noSymbols(Examination examination) {
        boolean fails = examination.runs(TaskName.UPDATE) && !examination.runs(TaskName.DISCOVERY);
        if (fails && examination.ofOneRun()) {
            say.accept(Diagnosis.broken(SYMBOLS, "none yet, so the update fails", "add --discover=always")
                    .ending(ExitCode.TASK_FAILED));
        } else if (fails) {
            say.accept(Diagnosis.note(
                    SYMBOLS, "none yet, so a run needs them first", "start with `exdate run --discover=always`"));
        }
    }
}
