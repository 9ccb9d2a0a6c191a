package dev.exdate.companies;

/** What came of looking for one company. */
record CompanyFinding(DueCompany due, Outcome outcome, CompanyFacts facts) {
    enum Outcome {
        DATA,
        NOTHING,
        FAILED
    }

    /** How many empty answers the symbol has had now: only these put it further off, a failing source does not. */
    int emptyAnswers() {
        return switch (outcome) {
            case DATA -> 0;
            case NOTHING -> due.emptyAnswers() + 1;
            case FAILED -> due.emptyAnswers();
        };
    }
}
