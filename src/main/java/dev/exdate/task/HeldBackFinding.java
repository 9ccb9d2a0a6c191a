package dev.exdate.task;

import dev.exdate.finding.Code;
import dev.exdate.finding.Finding;
import dev.exdate.guard.HeldBack;
import java.util.List;
import java.util.regex.Pattern;

/** What a guard rejected, as a finding. */
final class HeldBackFinding {
    private static final Pattern SYMBOL = Pattern.compile("[A-Z][A-Z0-9.$-]{0,19}");

    private HeldBackFinding() {}

    static Finding of(HeldBack held) {
        boolean isSymbol = SYMBOL.matcher(held.thing()).matches();
        return new Finding(
                Code.HELD_BACK,
                isSymbol ? held.thing() : "",
                held.day(),
                isSymbol ? held.guard().word() : held.guard().word() + " of " + held.thing(),
                held.value().isEmpty() ? List.of() : List.of(new Finding.Said(held.source(), held.value())),
                null,
                held.why());
    }
}
