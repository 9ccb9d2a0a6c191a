package dev.exdate.sandbox.site.nasdaq;

import dev.exdate.sandbox.site.JsonText;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The frame around every answer of the exchange's site API; status 200 even for bad symbols. */
final class NasdaqEnvelope {
    private NasdaqEnvelope() {}

    /** {@code data} writes the fields of the data object. */
    static String of(Consumer<JsonText> data, @Nullable String message) {
        JsonText json = new JsonText().object().object("data");
        data.accept(json);
        return json.end()
                .field("message", message)
                .object("status")
                .field("rCode", 200)
                .absent("bCodeMessage")
                .absent("developerMessage")
                .text();
    }

    static String unknownSymbol() {
        return failed("Symbol not exists.");
    }

    static String failed(String message) {
        return new JsonText()
                .object()
                .absent("data")
                .absent("message")
                .object("status")
                .field("rCode", 400)
                .array("bCodeMessage")
                .object()
                .field("code", 1001)
                .field("errorMessage", message)
                .end()
                .end()
                .absent("developerMessage")
                .text();
    }

    /** What a client without a browser's headers gets. */
    static String blocked() {
        return """
                <HTML><HEAD>
                <TITLE>Access Denied</TITLE>
                </HEAD><BODY>
                <H1>Access Denied</H1>
                You don't have permission to access this page on this server.<P>
                Reference #18.0
                </BODY>
                </HTML>
                """;
    }
}
