package dev.exdate.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What the sandbox says is true, and what it was asked. */
public record Truth(URI address) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public List<String[]> rows(String table) throws IOException, InterruptedException {
        return csv("/truth/" + table);
    }

    /** The objects of a page that is JSON, each as its own text. */
    public List<String> objects(String page) throws IOException, InterruptedException {
        return body("/truth/" + page)
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(line -> line.endsWith(",") ? line.substring(0, line.length() - 1) : line)
                .toList();
    }

    public List<String[]> requests() throws IOException, InterruptedException {
        return csv("/requests");
    }

    /** Rows joined by {@code |} as far as {@code columns}, those that fit, sorted. */
    public List<String> joined(String table, int columns, Predicate<String[]> fits)
            throws IOException, InterruptedException {
        List<String> joined = new ArrayList<>();
        for (String[] row : rows(table)) {
            if (fits.test(row)) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < columns; i++) {
                    cells.add(row[i].isEmpty() ? "-" : plain(row[i]));
                }
                joined.add(String.join("|", cells));
            }
        }
        joined.sort(null);
        return joined;
    }

    /** Numbers without zeros at their end: the database and the sources need not agree on those. */
    public static String plain(String cell) {
        return cell.matches("-?\\d+\\.\\d+")
                ? new java.math.BigDecimal(cell).stripTrailingZeros().toPlainString()
                : cell;
    }

    private String body(String path) throws IOException, InterruptedException {
        HttpResponse<String> response =
                HTTP.send(HttpRequest.newBuilder(address.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(path + ": HTTP " + response.statusCode());
        }
        return response.body();
    }

    private List<String[]> csv(String path) throws IOException, InterruptedException {
        List<String[]> rows = new ArrayList<>();
        try (var csv = de.siegmar.fastcsv.reader.CsvReader.builder().ofCsvRecord(body(path))) {
            csv.stream().skip(1).forEach(row -> rows.add(row.getFields().toArray(String[]::new)));
        }
        return rows;
    }
}
