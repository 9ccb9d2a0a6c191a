package dev.exdate.guard;

/** When a source contradicts itself for so many known symbols that it is not believed for new ones either. */
public record NewSymbolRule(Limits.Share contradicted) {
    public static NewSymbolRule of(Limits.Sources limits) {
        return new NewSymbolRule(limits.contradicted());
    }

    public boolean isDistrusted(long wrong, long compared) {
        return contradicted.isReached(wrong, compared);
    }
}
