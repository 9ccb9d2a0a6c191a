package dev.exdate.source.yahoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.exdate.format.JsonStream;
import java.io.IOException;
import java.util.Arrays;

/** A chart's JSON: the values of the whole chart as a tree, the values of each day as columns. */
final class ChartDocument {
    /** Stands for a number that is not whole. */
    static final long NO_TIME = Long.MIN_VALUE;

    private static final int SOME_DAYS = 16;

    JsonNode chartError = MissingNode.getInstance();
    JsonNode financeError = MissingNode.getInstance();
    JsonNode meta = MissingNode.getInstance();
    JsonNode events = MissingNode.getInstance();
    boolean timesAreOther;
    long[] times = new long[0];
    ChartColumn open = new ChartColumn(0);
    ChartColumn high = open;
    ChartColumn low = open;
    ChartColumn close = open;
    ChartColumn adjClose = open;
    ChartColumn volume = open;
    private final JsonStream json;

    private ChartDocument(JsonStream json) {
        this.json = json;
    }

    static ChartDocument read(JsonStream json) throws IOException {
        ChartDocument document = new ChartDocument(json);
        json.object(document::part);
        return document;
    }

    private void part(String name) throws IOException {
        switch (name) {
            case "chart" -> json.object(this::chart);
            case "finance" ->
                json.object(field -> {
                    JsonNode value = json.tree();
                    financeError = field.equals("error") ? value : financeError;
                });
            default -> json.skip();
        }
    }

    private void chart(String name) throws IOException {
        switch (name) {
            case "error" -> chartError = json.tree();
            case "result" -> json.first(() -> json.object(this::result));
            default -> json.skip();
        }
    }

    private void result(String name) throws IOException {
        switch (name) {
            case "meta" -> meta = json.tree();
            case "events" -> events = json.tree();
            case "timestamp" -> times();
            case "indicators" -> json.object(this::indicators);
            default -> json.skip();
        }
    }

    private void times() throws IOException {
        int[] size = {0};
        long[][] all = {new long[SOME_DAYS]};
        timesAreOther = !json.array(() -> {
            if (size[0] == all[0].length) {
                all[0] = Arrays.copyOf(all[0], size[0] * 2);
            }
            all[0][size[0]++] = json.whole(NO_TIME);
        });
        times = Arrays.copyOf(all[0], size[0]);
    }

    private void indicators(String name) throws IOException {
        switch (name) {
            case "quote" -> json.first(() -> json.object(this::quote));
            case "adjclose" -> json.first(() -> json.object(this::adjusted));
            default -> json.skip();
        }
    }

    private void quote(String name) throws IOException {
        switch (name) {
            case "open" -> open = column();
            case "high" -> high = column();
            case "low" -> low = column();
            case "close" -> close = column();
            case "volume" -> volume = column();
            default -> json.skip();
        }
    }

    private void adjusted(String name) throws IOException {
        if (name.equals("adjclose")) {
            adjClose = column();
        } else {
            json.skip();
        }
    }

    private ChartColumn column() throws IOException {
        ChartColumn column = new ChartColumn(times.length);
        json.array(() -> json.number(column));
        return column;
    }
}
