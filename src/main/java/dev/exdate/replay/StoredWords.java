package dev.exdate.replay;

import dev.exdate.database.Database;
import dev.exdate.database.Handle;
import dev.exdate.truth.DayAmounts;
import dev.exdate.truth.PaymentKind;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is stored as sources' words, against what their answers say. */
record StoredWords(Database database) {
    private static final int DAYS = 2_000;

    private record Said(
            BigDecimal amount,
            @Nullable LocalDate recordDate,
            @Nullable LocalDate payDate) {}

    List<Difference> differences(Map<ReadPayment.Day, List<ReadPayment>> read) throws SQLException {
        List<Difference> differences = new ArrayList<>();
        List<ReadPayment.Day> days = List.copyOf(read.keySet());
        for (int from = 0; from < days.size(); from += DAYS) {
            List<ReadPayment.Day> some = days.subList(from, Math.min(days.size(), from + DAYS));
            Map<ReadPayment.Day, List<Said>> stored = stored(some);
            for (ReadPayment.Day day : some) {
                add(differences, day, stored.getOrDefault(day, List.of()), Objects.requireNonNull(read.get(day)));
            }
        }
        return differences;
    }

    private static void add(
            List<Difference> differences, ReadPayment.Day day, List<Said> stored, List<ReadPayment> listed) {
        List<ReadPayment> read = different(listed);
        List<String> dates = new ArrayList<>();
        if (stored.size() == 1 && read.size() == 1) {
            date(
                    dates,
                    "record date",
                    stored.getFirst().recordDate(),
                    read.getFirst().recordDate());
            date(
                    dates,
                    "payment date",
                    stored.getFirst().payDate(),
                    read.getFirst().payDate());
        }
        if (!dates.isEmpty() || !isSame(stored, read)) {
            differences.add(new Difference(
                    day,
                    stored.stream().map(said -> said.amount().toPlainString()).toList(),
                    read,
                    dates));
        }
    }

    private static void date(List<String> dates, String what, @Nullable LocalDate stored, @Nullable LocalDate read) {
        if (read != null && !read.equals(stored)) {
            dates.add(what + " " + (stored == null ? "unknown" : stored) + " → " + read);
        }
    }

    /** The same payment twice is one, as when it is stored. */
    private static List<ReadPayment> different(List<ReadPayment> listed) {
        List<BigDecimal> left = new ArrayList<>(
                new DayAmounts(listed.stream().map(ReadPayment::amount).toList()).payments());
        return listed.stream().filter(payment -> left.remove(payment.amount())).toList();
    }

    private static boolean isSame(List<Said> stored, List<ReadPayment> read) {
        List<BigDecimal> left =
                new ArrayList<>(stored.stream().map(Said::amount).toList());
        for (ReadPayment payment : read) {
            boolean found = left.stream()
                    .filter(amount -> DayAmounts.areSame(amount, payment.amount()))
                    .findFirst()
                    .map(left::remove)
                    .orElse(false);
            if (!found) {
                return false;
            }
        }
        return left.isEmpty();
    }

    private Map<ReadPayment.Day, List<Said>> stored(List<ReadPayment.Day> days) throws SQLException {
        String sql = """
                SELECT s.source, s.symbol, s.ex_date, s.amount, s.record_date, s.payment_date
                FROM unnest(:sources::text[], :symbols::text[], :days::date[]) AS asked (source, symbol, ex_date)
                JOIN exdate.statement s USING (source, symbol, ex_date)
                WHERE s.superseded_at = 'infinity' AND s.amount IS NOT NULL
                """;
        Map<ReadPayment.Day, List<Said>> stored = new HashMap<>();
        database.reading(handle -> {
            stored.clear();
            handle.sql(sql)
                    .bindArray(
                            "sources",
                            "text",
                            days.stream().map(ReadPayment.Day::source).toList())
                    .bindArray(
                            "symbols",
                            "text",
                            days.stream().map(ReadPayment.Day::symbol).toList())
                    .bindArray(
                            "days",
                            "date",
                            days.stream().map(ReadPayment.Day::exDate).toList())
                    .each(row -> stored.computeIfAbsent(
                                    new ReadPayment.Day(
                                            row.getString("source"),
                                            row.getString("symbol"),
                                            row.getObject("ex_date", LocalDate.class)),
                                    any -> new ArrayList<>())
                            .add(new Said(
                                    row.getBigDecimal("amount"),
                                    row.getObject("record_date", LocalDate.class),
                                    row.getObject("payment_date", LocalDate.class))));
            return stored;
        });
        return stored;
    }

    /** As new versions: what was stored stays as what was said before. */
    void store(List<Difference> differences) throws SQLException {
        database.inTransaction(handle -> {
            for (Difference difference : differences) {
                store(handle, difference);
            }
            return differences;
        });
    }

    private static void store(Handle handle, Difference difference) throws SQLException {
        ReadPayment.Day day = difference.day();
        handle.sql("""
                UPDATE exdate.statement SET superseded_at = clock_timestamp()
                WHERE source = :source AND symbol = :symbol AND ex_date = :day AND superseded_at = 'infinity'
                  AND event_type = 'distribution'
                """)
                .bind("source", day.source())
                .bind("symbol", day.symbol())
                .bind("day", day.exDate())
                .execute();
        Map<PaymentKind, Integer> numbers = new EnumMap<>(PaymentKind.class);
        for (ReadPayment payment : difference.read()) {
            handle.sql("""
                    INSERT INTO exdate.statement (source, symbol, ex_date, kind, nth, amount, record_date, payment_date,
                                                  declaration_date, frequency, first_seen)
                    VALUES (:source, :symbol, :day, :kind, :nth, :amount, :record_date, :pay_date, :declared, :frequency,
                            clock_timestamp())
                    """)
                    .bind("source", day.source())
                    .bind("symbol", day.symbol())
                    .bind("day", day.exDate())
                    .bind("kind", payment.kind().word())
                    .bind("nth", numbers.merge(payment.kind(), 1, Integer::sum) - 1)
                    .bind("amount", payment.amount())
                    .bind("record_date", payment.recordDate())
                    .bind("pay_date", payment.payDate())
                    .bind("declared", payment.declaredDate())
                    .bind("frequency", payment.frequency())
                    .execute();
        }
    }
}
