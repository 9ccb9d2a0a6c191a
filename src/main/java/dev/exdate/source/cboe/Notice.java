package dev.exdate.source.cboe;

import dev.exdate.format.Fields;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An issuer's dividend notice of one day, as the list of a year names it.
 *
 * @param symbols of the notice as listed, comma-separated
 * @param firm the issuer's name, to be repeated exactly when asking for the details
 */
public record Notice(@Nullable String symbols, LocalDate declaredDate, String firm) {
    Map<String, Object> fields() {
        return new Fields()
                .with("symbol", symbols)
                .with("declaredDate", declaredDate)
                .with("name", firm)
                .toMap();
    }
}
