package dev.exdate.guard;

/** When symbols without a price of the newest session are too many to be halted. */
public record LateSymbolsRule(Limits.Share late) {
    public static LateSymbolsRule of(Limits.Sources limits) {
        return new LateSymbolsRule(limits.late());
    }

    public boolean isYesterday(long symbols, long compared) {
        return late.isReached(symbols, compared);
    }
}
