package dev.exdate.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of limits in docs/operations.md says what is in force: each limit once, with its value. */
class LimitsInDocsTest {
    private static final Pattern ROW =
            Pattern.compile("^\\| `([a-z]\\w*\\.[\\w.]+)` \\| ([\\d.]+)(?: %)? \\|", Pattern.MULTILINE);

    @Test
    void theTableSaysEachLimitInForce() throws Exception {
        Map<String, BigDecimal> inForce = new TreeMap<>();
        collect("", Limits.USUAL, inForce);
        assertThat(inForce).hasSizeGreaterThan(30);
        assertThat(documented())
                .as("the table of limits in docs/operations.md, compared with Limits.USUAL")
                .containsExactlyEntriesOf(inForce);
    }

    private static Map<String, BigDecimal> documented() throws IOException {
        Map<String, BigDecimal> rows = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(Path.of("docs/operations.md")));
        while (row.find()) {
            assertThat(rows.put(row.group(1), new BigDecimal(row.group(2)).stripTrailingZeros()))
                    .as(row.group(1) + " stands in the table once")
                    .isNull();
        }
        return rows;
    }

    private static void collect(String name, Object value, Map<String, BigDecimal> limits) throws Exception {
        if (value instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                String inner = name.isEmpty() ? component.getName() : name + "." + component.getName();
                collect(inner, component.getAccessor().invoke(record), limits);
            }
        } else {
            limits.put(name, new BigDecimal(value.toString()).stripTrailingZeros());
        }
    }
}
