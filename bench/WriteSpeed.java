package dev.exdate.update;

import dev.exdate.database.Handle;
import dev.exdate.database.bulk.CopyBulkWriter;
import dev.exdate.market.PriceBar;
import dev.exdate.market.PriceBars;
import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** For bench/copy.sh: writes bars as the update does, some symbols per transaction, and prints the seconds. */
final class WriteSpeed {
    private static final int SYMBOLS = 15;

    private WriteSpeed() {}

    /** ADDRESS BARS RUNS: each run first into the empty table, then the same rows again. */
    public static void main(String[] arguments) throws Exception {
        List<PriceSeries> all = read(Path.of(arguments[1]));
        PriceStore store = new PriceStore(new CopyBulkWriter());
        try (Connection connection = DriverManager.getConnection(arguments[0])) {
            for (int run = 0; run < Integer.parseInt(arguments[2]); run++) {
                new Handle(connection).execute("TRUNCATE public.raw_stock_prices");
                new Handle(connection).execute("CHECKPOINT");
                System.out.println("new " + seconds(connection, store, all, true));
                System.out.println("same " + seconds(connection, store, all, false));
            }
        }
    }

    private static double seconds(Connection connection, PriceStore store, List<PriceSeries> all, boolean fresh)
            throws SQLException {
        long start = System.nanoTime();
        connection.setAutoCommit(false);
        for (int i = 0; i < all.size(); i += SYMBOLS) {
            store.writePrices(new Handle(connection), all.subList(i, Math.min(all.size(), i + SYMBOLS)), fresh);
            connection.commit();
        }
        connection.setAutoCommit(true);
        return (System.nanoTime() - start) / 1e9;
    }

    private static List<PriceSeries> read(Path file) throws Exception {
        Map<String, List<PriceBar>> bars = new LinkedHashMap<>();
        try (Stream<String> lines = Files.lines(file)) {
            lines.map(line -> line.split("\t")).forEach(cells -> bars.computeIfAbsent(cells[0], any -> new ArrayList<>())
                    .add(new PriceBar(
                            LocalDate.parse(cells[1]),
                            new BigDecimal(cells[2]),
                            new BigDecimal(cells[3]),
                            new BigDecimal(cells[4]),
                            new BigDecimal(cells[5]),
                            new BigDecimal(cells[6]),
                            new BigDecimal(cells[7]))));
        }
        return bars.entrySet().stream()
                .map(one -> new PriceSeries(
                        new Ticker(one.getKey()), "yahoo", PriceBars.of(one.getValue()), null, 0, List.of()))
                .toList();
    }
}
