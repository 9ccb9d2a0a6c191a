package dev.exdate.source.yahoo;

import static dev.exdate.format.Payloads.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.market.PriceBar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartNumbersTest {
    private static final long FIRST = 1_600_000_000L;

    private static List<PriceBar> read(List<String> numbers) {
        String times = LongStream.range(0, numbers.size())
                .mapToObj(i -> Long.toString(FIRST + i * 86_400))
                .collect(Collectors.joining(","));
        String closes = String.join(",", numbers);
        return new YahooChartParser()
                .parse(ok("""
                        {"chart":{"result":[{"meta":{"symbol":"ZZTA","exchangeTimezoneName":"UTC"},"timestamp":[%s],
                        "indicators":{"quote":[{"close":[%s],"open":[%s],"volume":[]}]}}],"error":null}}
                        """.formatted(times, closes, closes)))
                .rowsOrEmpty()
                .getFirst()
                .bars();
    }

    private static String number(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> Float.toString(random.nextFloat() * 1000);
            case 1 -> Double.toString(random.nextFloat() * 1000);
            case 2 -> Double.toString(random.nextDouble() / 1_000_000);
            case 3 -> Long.toString(random.nextLong(1_000_000_000_000_000_000L));
            case 4 -> "-" + random.nextInt(1000) + "." + random.nextInt(1000);
            case 5 -> new BigDecimal(new BigInteger(80, random), 24).toPlainString();
            case 6 -> random.nextInt(100) + ".0" + random.nextInt(10) + "0";
            default -> "0." + "0".repeat(random.nextInt(12)) + random.nextInt(100);
        };
    }

    @Test
    void everyNumberKeepsItsValueAndItsDigits() {
        Random random = new Random(31);
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            numbers.add(number(random));
        }
        List<PriceBar> bars = read(numbers);
        assertThat(bars).hasSameSizeAs(numbers);
        for (int i = 0; i < numbers.size(); i++) {
            BigDecimal stated = new BigDecimal(numbers.get(i));
            BigDecimal close = bars.get(i).close();
            assertThat(close).hasToString(numbers.get(i));
            assertThat(close.unscaledValue()).isEqualTo(stated.unscaledValue());
            assertThat(close.scale()).isEqualTo(stated.scale());
            assertThat(bars.get(i).open()).isEqualTo(close);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "Asia/Tokyo", "Australia/Lord_Howe", "UTC", "+05:30"})
    void everyInstantIsOfItsZonesDay(String name) {
        ZoneId zone = ZoneId.of(name);
        ChartDays days = new ChartDays(zone);
        Random random = new Random(37);
        long second = 0;
        for (int i = 0; i < 50_000; i++) {
            second = random.nextInt(20) == 0 ? random.nextLong(-3_000_000_000L, 5_000_000_000L) : second + 43_200;
            assertThat(days.date(second)).isEqualTo(LocalDate.ofInstant(Instant.ofEpochSecond(second), zone));
        }
    }

    @Test
    void textsThatMeanUnknownAreAbsentAndOthersAreNumbers() {
        assertThat(read(List.of("\"N/A\"", "\"1,234.50\"", "true", "{\"raw\":1}", "7")))
                .extracting(bar -> bar.date() + " " + bar.close())
                .containsExactly("2020-09-14 1234.50", "2020-09-17 7");
    }
}
