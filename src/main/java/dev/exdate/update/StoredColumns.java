package dev.exdate.update;

import dev.exdate.guard.AmountHistory;
import dev.exdate.guard.StoredBar;
import dev.exdate.market.Split;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads columns that belong together, each an array. */
final class StoredColumns {
    private StoredColumns() {}

    static List<StoredBar> tail(ResultSet row) throws SQLException {
        List<LocalDate> days = days(row, "dates");
        @Nullable BigDecimal[] closes = numbers(row, "closes");
        @Nullable BigDecimal[] adjusted = numbers(row, "adj_closes");
        List<StoredBar> tail = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            tail.add(new StoredBar(days.get(i), some(closes[i]), adjusted[i]));
        }
        return tail;
    }

    static List<AmountHistory.Paid> paid(ResultSet row) throws SQLException {
        List<LocalDate> days = days(row, "ex_dates");
        @Nullable BigDecimal[] amounts = numbers(row, "amounts");
        Array sources = row.getArray("sources");
        List<AmountHistory.Paid> paid = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            String source = ((@Nullable String[]) sources.getArray())[i];
            paid.add(new AmountHistory.Paid(days.get(i), some(amounts[i]), source));
        }
        return paid;
    }

    static List<Split> splits(ResultSet row) throws SQLException {
        List<LocalDate> days = days(row, "split_dates");
        @Nullable BigDecimal[] numerators = numbers(row, "numerators");
        @Nullable BigDecimal[] denominators = numbers(row, "denominators");
        List<Split> splits = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            splits.add(new Split(days.get(i), some(numerators[i]), some(denominators[i])));
        }
        return splits;
    }

    private static List<LocalDate> days(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        if (array == null) {
            return List.of();
        }
        List<LocalDate> days = new ArrayList<>();
        for (Date day : (Date[]) array.getArray()) {
            days.add(day.toLocalDate());
        }
        return days;
    }

    private static @Nullable BigDecimal[] numbers(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? new BigDecimal[0] : (BigDecimal[]) array.getArray();
    }

    private static BigDecimal some(@Nullable BigDecimal number) {
        return number == null ? BigDecimal.ZERO : number;
    }
}
