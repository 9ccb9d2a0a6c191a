package dev.exdate.companies;

/** The result of the search for one company. */
record CompanyFinding(DueCompany due, Outcome outcome, CompanyFacts facts) {
    enum Outcome {
        DATA,
        NOTHING,
        FAILED
    }

    /** The symbol's number of empty answers so far; only these postpone the next attempt, failures do not. */
    int emptyAnswers() {
        return switch (outcome) {
            case DATA -> 0;
            case NOTHING -> due.emptyAnswers() + 1;
            case FAILED -> due.emptyAnswers();
        };
    }
}
