package dev.exdate.doctor;

import dev.exdate.run.ExitCode;
import dev.exdate.settings.Settings;
import dev.exdate.settings.SourceId;
import dev.exdate.source.Source;
import dev.exdate.source.Sources;
import dev.exdate.source.alphavantage.AlphaVantageSource;
import dev.exdate.source.fmp.FmpSource;
import dev.exdate.source.nasdaqtrader.NasdaqTraderSource;
import dev.exdate.source.yahoo.YahooSource;
import dev.exdate.task.TaskName;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What the settings say of the sources, and the tasks that can't do without them. */
record SourceDiagnosis(Settings settings, Consumer<Diagnosis> say) {
    /** One of these must answer. */
    private static final List<SourceId> PRICES = List.of(FmpSource.ID, YahooSource.ID, AlphaVantageSource.ID);

    private static final List<SourceId> DIRECTORIES = List.of(NasdaqTraderSource.ID);

    void examine(Examination examination) {
        for (Source source : Sources.ALL) {
            source.keySetting().ifPresent(setting -> key(source.id(), setting));
        }
        require(
                examination,
                oneOf -> oneOf.stream().noneMatch(this::isUsable),
                "no %s is enabled, so the task fails",
                "set EXDATE_SOURCE_%s_ENABLED=true");
    }

    /** Whether it is enabled, and has its key if it needs one. */
    boolean isUsable(SourceId source) {
        boolean keyed = settings.source(source).profile().keySetting().isEmpty()
                || settings.key(source).isPresent();
        return settings.source(source).enabled() && keyed;
    }

    /** @param answering the sources that did, of those that are usable */
    void answered(Examination examination, Set<SourceId> answering) {
        require(
                examination,
                oneOf -> oneOf.stream().anyMatch(this::isUsable)
                        && oneOf.stream().noneMatch(answering::contains),
                "no %s can be reached, so the task fails",
                "see the line of %s");
    }

    /**
     * @param lacking whether none of these sources will do
     * @param finding with the kind of source to put in
     * @param remedy with the source to put in that needs no key
     */
    private void require(Examination examination, Predicate<List<SourceId>> lacking, String finding, String remedy) {
        if (examination.runs(TaskName.UPDATE) && lacking.test(PRICES)) {
            say.accept(failing(TaskName.UPDATE, finding.formatted("price source"), remedy.formatted("YAHOO")));
        }
        if (examination.runs(TaskName.DISCOVERY) && lacking.test(DIRECTORIES)) {
            say.accept(failing(
                    TaskName.DISCOVERY, finding.formatted("symbol directory"), remedy.formatted("NASDAQTRADER")));
        }
    }

    private static Diagnosis failing(TaskName task, String finding, String remedy) {
        return Diagnosis.broken(task.id(), finding, remedy).ending(ExitCode.TASK_FAILED);
    }

    private void key(SourceId source, String setting) {
        say.accept(
                settings.key(source).isPresent()
                        ? Diagnosis.well(setting, "is set")
                        : Diagnosis.note(
                                setting,
                                "is not set, so " + source.id() + " is not asked",
                                "set it to use that source too; everything else works without"));
    }
}
