package dev.exdate.sandbox.site.nyse;

import dev.exdate.sandbox.market.Chance;
import dev.exdate.sandbox.market.Listing;
import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.site.Html;
import dev.exdate.sandbox.site.JsonText;
import dev.exdate.sandbox.site.UsDate;
import dev.exdate.source.nyse.NyseSource;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** The exchange's ex-date page, whose rows a script brings in, and its list of corporate actions. */
final class NyseText {
    private static final int ACTIONS_BACK = 400;

    private final Market market;

    NyseText(Market market) {
        this.market = market;
    }

    /** The page as it is served: no row in it. Filling the third and the fourth date field loads the span's rows. */
    static String exDatePage() {
        return Html.page("Ex-Date Dividends | NYSE", "", """
                <h1>Ex-Date Dividends</h1>
                <form>
                <label>Record Date From <input type="date" name="recordFrom"></label>
                <label>To <input type="date" name="recordTo"></label>
                <label>Ex-Date From <input type="date" name="exFrom"></label>
                <label>To <input type="date" name="exTo"></label>
                </form>
                <p id="state" hidden>Loading</p>
                <table><thead><tr><th>Symbol</th><th>Security Name</th><th>Ex-Date</th><th>Record Date</th><th>Declaration Date</th></tr></thead>
                <tbody></tbody></table>
                <script>
                const fields = [...document.querySelectorAll('input[type=date]')];
                const body = document.querySelector('table tbody');
                const state = document.querySelector('#state');
                let asked = '';
                async function load() {
                  const [from, to] = [fields[2].value, fields[3].value];
                  if (!from || !to || asked === from + to) return;
                  asked = from + to;
                  state.hidden = false;
                  body.replaceChildren();
                  const answer = await fetch('/ex-date-dividends/data?from=' + from + '&to=' + to);
                  const rows = await answer.json();
                  if (asked !== from + to) return;
                  body.replaceChildren(...rows.map(cells => {
                    const row = document.createElement('tr');
                    cells.forEach(text => row.appendChild(document.createElement('td')).textContent = text);
                    return row;
                  }));
                  if (rows.length === 0) {
                    state.textContent = 'No data available';
                  } else {
                    state.hidden = true;
                  }
                }
                fields.forEach(field => ['input', 'change'].forEach(kind => field.addEventListener(kind, load)));
                </script>""");
    }

    /** What the page's script asks for: rows of five texts. */
    String exDates(LocalDate from, LocalDate to) {
        JsonText json = new JsonText().array();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            market.payoutsExOn(day).stream()
                    .filter(payout -> payout.sources().contains(NyseSource.ID))
                    .forEach(payout -> json.array()
                            .value(payout.ticker().symbol())
                            .value(market.listing(payout.ticker())
                                    .map(Listing::name)
                                    .orElse(""))
                            .value(UsDate.padded(payout.exDate()))
                            .value(UsDate.padded(payout.recordDate()))
                            .value(UsDate.padded(payout.declared()))
                            .end());
        }
        return json.text();
    }

    /** One page of the corporate actions of a span; the address of the next page is odd in the source's own way. */
    String actions(LocalDate from, LocalDate to, int page, int pageSize) {
        List<Action> actions = actions(from, to);
        int start = Math.min((page - 1) * pageSize, actions.size());
        int end = Math.min(start + pageSize, actions.size());
        JsonText json = new JsonText()
                .object()
                .field("count", actions.size())
                .field("next", end < actions.size() ? address(from, to, page + 1, pageSize) : null)
                .field("previous", page > 1 ? address(from, to, page - 1, pageSize) : null)
                .array("results");
        actions.subList(start, end).forEach(action -> action.write(json));
        return json.text();
    }

    private static String address(LocalDate from, LocalDate to, int page, int pageSize) {
        return "http://listingmanager.nyse.com/api/corpax/?action_date__gte=%s&action_date__lte=%s&&page_size=%d&page=%d"
                .formatted(from, to, pageSize, page);
    }

    private List<Action> actions(LocalDate from, LocalDate to) {
        List<Action> actions = new ArrayList<>();
        for (Listing listing : market.listings()) {
            if (listing.exchange().equals("NASDAQ") || listing.exchange().equals("BATS")) {
                continue;
            }
            market.splits(listing.ticker()).stream()
                    .filter(split -> split.numerator().compareTo(split.denominator()) < 0)
                    .forEach(split -> actions.add(new Action(split.date(), "Reverse Split", listing)));
            if (Chance.oneIn(25, "action", listing.ticker())) {
                LocalDate day = market.today().minusDays(Chance.of(ACTIONS_BACK, "action day", listing.ticker()));
                actions.add(new Action(day, kind(listing), listing));
            }
        }
        return actions.stream()
                .filter(action ->
                        !action.date().isBefore(from) && !action.date().isAfter(to))
                .sorted(Comparator.comparing(Action::date)
                        .thenComparing(action -> action.listing().ticker()))
                .toList();
    }

    private static String kind(Listing listing) {
        return List.of("Change Product Name", "Change CUSIP", "Change Ratio")
                .get(Chance.of(3, "action kind", listing.ticker()));
    }

    private record Action(LocalDate date, String kind, Listing listing) {
        void write(JsonText json) {
            String key = date + kind + listing.ticker();
            json.object()
                    .field("action_date", date.toString())
                    .field("action_status", "Effective before the Open")
                    .field("action_type", kind)
                    .field("issue_symbol", listing.ticker().symbol())
                    .field("issuer_name", Chance.oneIn(9, "nameless", key) ? null : listing.issuer())
                    .field("updated_at", date.minusDays(1) + "T13:30:20.821091-04:00")
                    .field(
                            "market_event",
                            UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8))
                                    .toString())
                    .end();
        }
    }
}
