package dev.exdate.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketHoursTest {
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "2026-11-24T09:29:59,false,Extended hours (09:29) - acceptable but not optimal,Pre-Market Trading",
        "2026-11-24T09:30:00,true,During market hours (09:30) - wait until close,Market Open (Regular Hours)",
        "2026-11-24T16:00:00,true,During market hours (16:00) - wait until close,Market Open (Regular Hours)",
        "2026-11-24T16:00:01,false,Extended hours (16:00) - acceptable but not optimal,After-Hours Trading",
        "2026-11-24T18:00:00,false,Optimal time for daily update (18:00),After-Hours Trading",
        "2026-11-24T22:00:00,false,Optimal time for daily update (22:00),Markets Closed",
        "2026-11-24T06:00:00,false,Early morning update (06:00),Pre-Market Trading",
        "2026-11-24T00:30:00,false,Early morning update (00:30),Markets Closed",
        "2026-11-26T11:00:00,false,Outside trading hours - OK to run,Markets Closed",
        "2026-11-27T12:59:00,true,During market hours (12:59) - wait until close,Market Open (Regular Hours)",
        "2026-11-27T13:30:00,false,Extended hours (13:30) - acceptable but not optimal,After-Hours Trading",
        "2026-11-28T11:00:00,false,Weekend (Saturday) - markets closed,Weekend - Markets Closed",
        "2026-11-29T11:00:00,false,Weekend (Sunday) - markets closed,Weekend - Markets Closed"
    })
    void theHourDecidesInNewYorkTime(LocalDateTime newYork, boolean deferred, String recommendation, String status) {
        MarketHours.Decision decision =
                MarketHours.at(newYork.atZone(TradingCalendar.NEW_YORK).toInstant(), new TradingCalendar());
        assertThat(decision.deferred()).isEqualTo(deferred);
        assertThat(decision.recommendation()).isEqualTo(recommendation);
        assertThat(decision.status()).isEqualTo(status);
    }
}
