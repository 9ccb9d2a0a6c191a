package dev.exdate.guard;

/** Whether a source contradicts itself for so many known symbols that its new symbols are rejected too. */
public record NewSymbolRule(Limits.Share contradicted) {
    public static NewSymbolRule of(Limits.Sources limits) {
        return new NewSymbolRule(limits.contradicted());
    }

    public boolean isDistrusted(long wrong, long compared) {
        return contradicted.isReached(wrong, compared);
    }
}
