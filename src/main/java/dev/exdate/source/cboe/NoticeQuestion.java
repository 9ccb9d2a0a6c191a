package dev.exdate.source.cboe;

import dev.exdate.web.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which notice is asked for.
 *
 * @param symbols comma-separated without blanks; null asks for all of the issuer's that day
 */
public record NoticeQuestion(
        LocalDate declaredDate, String firm, @Nullable String symbols) {
    private static final String PATH = "/us/equities/notices/dividends/details/";

    public static NoticeQuestion of(Notice notice) {
        String symbols = notice.symbols() == null ? null : notice.symbols().replaceAll("\\s+", "");
        return new NoticeQuestion(notice.declaredDate(), notice.firm(), symbols);
    }

    /** The question that this address asks; empty for any other address. */
    public static Optional<NoticeQuestion> ofAddress(String address) {
        int query = address.indexOf('?');
        if (query < 0 || !address.substring(0, query).equals(PATH)) {
            return Optional.empty();
        }
        Map<String, String> asked = new HashMap<>();
        for (String parameter : address.substring(query + 1).split("&")) {
            int equals = parameter.indexOf('=');
            asked.put(
                    parameter.substring(0, equals),
                    URLDecoder.decode(parameter.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return Optional.of(new NoticeQuestion(
                LocalDate.parse(asked.getOrDefault("declaration_dt", "")),
                asked.getOrDefault("firm_name", ""),
                asked.get("symbols")));
    }

    /** The symbols as it names them; empty if it names none. */
    public Set<String> named() {
        return symbols == null
                ? Set.of()
                : Arrays.stream(symbols.split(","))
                        .map(String::strip)
                        .filter(symbol -> !symbol.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
    }

    Request request() {
        Request request = Request.of(PATH).with("declaration_dt", declaredDate).with("firm_name", firm);
        return symbols == null ? request : request.with("symbols", symbols);
    }

    /** Path and query; a stored row names its notification so. */
    public String address() {
        return request().target();
    }
}
