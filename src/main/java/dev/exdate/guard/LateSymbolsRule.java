package dev.exdate.guard;

/** Whether too many symbols lack a price for the newest session for all of them to be halted. */
public record LateSymbolsRule(Limits.Share late) {
    public static LateSymbolsRule of(Limits.Sources limits) {
        return new LateSymbolsRule(limits.late());
    }

    public boolean isYesterday(long symbols, long compared) {
        return late.isReached(symbols, compared);
    }
}
