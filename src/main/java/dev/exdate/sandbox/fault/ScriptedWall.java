package dev.exdate.sandbox.fault;

import dev.exdate.sandbox.site.Html;
import dev.exdate.sandbox.site.SandboxAnswer;
import dev.exdate.sandbox.site.SandboxRequest;
import java.nio.charset.StandardCharsets;

/** A bot wall that lets in whoever runs its script, which computes a cookie and asks again. */
public final class ScriptedWall {
    private static final int ROUNDS = 1000;
    private static final int MODULUS = 65_521;
    private static final int CHALLENGE = 4_711;
    private static final String COOKIE = "sandbox_clearance=";

    private ScriptedWall() {}

    /** Whether the client has run the script. */
    public static boolean hasLetIn(SandboxRequest request) {
        String cookies = request.headers().getFirst("Cookie");
        return cookies != null && cookies.contains(COOKIE + solution());
    }

    private static long solution() {
        long n = 0;
        for (int i = 1; i <= ROUNDS; i++) {
            n = (n * 31 + (long) i * CHALLENGE) % MODULUS;
        }
        return n;
    }

    static SandboxAnswer page(int status) {
        String page =
                Html.page("Just a moment...", "<meta name=\"robots\" content=\"noindex,nofollow\">", """
                <h1>Checking your browser</h1><p>Enable JavaScript and cookies to continue.</p>
                <script>
                  let n = 0;
                  for (let i = 1; i <= %d; i++) n = (n * 31 + i * %d) %% %d;
                  document.cookie = '%s' + n + '; path=/';
                  setTimeout(() => location.reload(), 100);
                </script>
                """.formatted(
                                ROUNDS, CHALLENGE, MODULUS, COOKIE));
        return new SandboxAnswer(status, SandboxAnswer.HTML, page.getBytes(StandardCharsets.UTF_8), java.util.Map.of());
    }
}
