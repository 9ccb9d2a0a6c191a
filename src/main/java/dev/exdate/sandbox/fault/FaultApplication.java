package dev.exdate.sandbox.fault;

import dev.exdate.sandbox.site.Html;
import dev.exdate.sandbox.site.SandboxAnswer;
import dev.exdate.sandbox.site.Site;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;

/** Applies a fault to a correct answer. */
public final class FaultApplication {
    private FaultApplication() {}

    public static SandboxAnswer answer(Fault fault, Site site, Supplier<SandboxAnswer> sound) {
        return switch (fault.kind()) {
            case STATUS -> site.refusal(fault.status());
            case RATE_LIMIT ->
                fault.argument().isEmpty()
                        ? site.refusal(429)
                        : site.refusal(429).with("Retry-After", fault.argument());
            case HTML -> SandboxAnswer.html(wall());
            case WALL -> ScriptedWall.page(fault.argument().isEmpty() ? 403 : fault.status());
            case CHARSET -> {
                SandboxAnswer answer = sound.get();
                String text = new String(answer.body(), StandardCharsets.UTF_8);
                yield answer.withBody(text.getBytes(fault.charset()));
            }
            case LAYOUT -> ChangedLayout.of(sound.get());
            case CUT -> fault.quiet() ? half(sound.get()) : sound.get();
            case SHORT -> ShortAnswer.of(sound.get());
            case DELAY, HANG, RESET, YESTERDAY, EMPTY, HALF, PRICES, AMOUNTS -> sound.get();
        };
    }

    private static SandboxAnswer half(SandboxAnswer answer) {
        return answer.withBody(Arrays.copyOf(answer.body(), answer.body().length / 2));
    }

    private static String wall() {
        return Html.page(
                "Robot check",
                "<meta name=\"robots\" content=\"noindex,nofollow\">",
                "<h1>Are you a robot?</h1><p>Please confirm that you are a person.</p>");
    }
}
