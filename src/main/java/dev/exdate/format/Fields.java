package dev.exdate.format;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects a row's fields in order and leaves out what is absent. */
public final class Fields {
    private final Map<String, Object> values = new LinkedHashMap<>();

    public Fields with(String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
        return this;
    }

    public Map<String, Object> toMap() {
        return values;
    }
}
