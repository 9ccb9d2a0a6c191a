package dev.exdate.web;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What is known of sources beyond one request. */
@Singleton
final class Memory {
    private final DailyBudget budget;
    private final Optional<KeptAnswers> kept;
    private final FoundRates rates;
    private final RequestCounts counts;
    private final AnswerArchive archive;

    @Inject
    Memory(DailyBudget budget, KeptAnswers kept, FoundRates rates, RequestCounts counts, AnswerArchive archive) {
        this(budget, Optional.of(kept), rates, counts, archive);
    }

    private Memory(
            DailyBudget budget,
            Optional<KeptAnswers> kept,
            FoundRates rates,
            RequestCounts counts,
            AnswerArchive archive) {
        this.budget = budget;
        this.kept = kept;
        this.rates = rates;
        this.counts = counts;
        this.archive = archive;
    }

    /** @param kept empty to keep no answers */
    static Memory of(DailyBudget budget, Optional<KeptAnswers> kept, AnswerArchive archive) {
        return new Memory(budget, kept, FoundRates.none(), new RequestCounts(), archive);
    }

    DailyBudget budget() {
        return budget;
    }

    Optional<KeptAnswers> kept() {
        return kept;
    }

    FoundRates rates() {
        return rates;
    }

    RequestCounts counts() {
        return counts;
    }

    AnswerArchive archive() {
        return archive;
    }
}
