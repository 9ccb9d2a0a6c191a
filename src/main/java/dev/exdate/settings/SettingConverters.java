package dev.exdate.settings;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.Converter;

/** What the text of a setting means. A refusal says what the value is and what it must be, to stand behind the name. */
public final class SettingConverters {
    private SettingConverters() {}

    static IllegalArgumentException refused(String text, String wanted) {
        return new IllegalArgumentException("is \"" + text + "\"; it must be " + wanted);
    }

    /** Yes or no. */
    public static final class Flag implements Converter<Boolean> {
        @Override
        public Boolean convert(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "true", "yes", "1", "on" -> true;
                case "false", "no", "0", "off" -> false;
                default -> throw refused(text, "true or false");
            };
        }
    }

    /** Whether something happens without being asked for. */
    public static final class AutoOrNever implements Converter<Boolean> {
        @Override
        public Boolean convert(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "auto" -> true;
                case "never" -> false;
                default -> throw refused(text, "auto or never");
            };
        }
    }

    public static final class Vias implements Converter<SourceVia> {
        @Override
        public SourceVia convert(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "auto" -> SourceVia.AUTO;
                case "browser" -> SourceVia.BROWSER;
                case "client" -> SourceVia.CLIENT;
                default -> throw refused(text, "auto, browser or client");
            };
        }
    }

    /** Where answers are kept. */
    public static final class ArchivePlaces implements Converter<ArchiveSettings.Place> {
        @Override
        public ArchiveSettings.Place convert(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "folder" -> ArchiveSettings.Place.FOLDER;
                case "database" -> ArchiveSettings.Place.DATABASE;
                case "off" -> ArchiveSettings.Place.OFF;
                default -> throw refused(text, "folder, database or off");
            };
        }
    }

    /** {@code 500MB}, {@code 2GB}. */
    public static final class Bytes implements Converter<Long> {
        private static final Pattern FORM = Pattern.compile("(\\d{1,6})\\s*(mb|gb)");

        @Override
        public Long convert(String text) {
            Matcher matcher = FORM.matcher(text.toLowerCase(Locale.ROOT));
            long amount = matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
            if (amount == 0) {
                throw refused(text, "a size such as 500MB or 2GB");
            }
            return amount << (matcher.group(2).equals("gb") ? 30 : 20);
        }
    }

    /** The one word of a setting that is either set to it or not set. */
    public static final class PrivateWord implements Converter<Boolean> {
        @Override
        public Boolean convert(String text) {
            if (text.equalsIgnoreCase("private")) {
                return true;
            }
            throw refused(text, "private, or not set");
        }
    }

    public static final class Verifications implements Converter<BackupSettings.Verification> {
        @Override
        public BackupSettings.Verification convert(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "auto" -> BackupSettings.Verification.AUTO;
                case "restore" -> BackupSettings.Verification.RESTORE;
                case "list" -> BackupSettings.Verification.LIST;
                default -> throw refused(text, "auto, restore or list");
            };
        }
    }

    /** {@code 500ms}, {@code 30s}, {@code 20m}, {@code 2h}. A number alone could be meant in any unit, so it is refused. */
    public static final class Limit implements Converter<Duration> {
        private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h)");
        private static final Pattern NUMBER = Pattern.compile("\\d+");
        private static final Duration LONGEST = Duration.ofDays(30);

        @Override
        public Duration convert(String text) {
            if (NUMBER.matcher(text).matches()) {
                throw new IllegalArgumentException(
                        "is \"" + text + "\", which lacks a unit (ms, s, m or h); write 8h, for example");
            }
            Matcher matcher = FORM.matcher(text.toLowerCase(Locale.ROOT));
            Duration time =
                    matcher.matches() ? time(Long.parseLong(matcher.group(1)), matcher.group(2)) : Duration.ZERO;
            if (!time.isPositive() || time.compareTo(LONGEST) > 0) {
                throw refused(text, "a time such as 500ms, 30s, 20m or 2h, above zero and up to 720h");
            }
            return time;
        }

        private static Duration time(long amount, String unit) {
            return switch (unit) {
                case "ms" -> Duration.ofMillis(amount);
                case "m" -> Duration.ofMinutes(amount);
                case "h" -> Duration.ofHours(amount);
                default -> Duration.ofSeconds(amount);
            };
        }
    }

    private abstract static class WholeNumber implements Converter<Integer> {
        private final int least;
        private final int most;

        WholeNumber(int least, int most) {
            this.least = least;
            this.most = most;
        }

        @Override
        public Integer convert(String text) {
            try {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Said below, as for a number that is too large.
            }
            throw refused(text, "a whole number from " + least + " to " + most);
        }
    }

    public static final class Port extends WholeNumber {
        public Port() {
            super(1, 65_535);
        }
    }

    public static final class Attempts extends WholeNumber {
        public Attempts() {
            super(1, 10);
        }
    }

    public static final class Concurrency extends WholeNumber {
        public Concurrency() {
            super(1, 1000);
        }
    }

    public static final class DailyBudget extends WholeNumber {
        public DailyBudget() {
            super(0, 10_000_000);
        }
    }

    public static final class KeptDays extends WholeNumber {
        public KeptDays() {
            super(1, 3650);
        }
    }

    public static final class KeptPeriods extends WholeNumber {
        public KeptPeriods() {
            super(0, 1000);
        }
    }

    private abstract static class DecimalNumber implements Converter<BigDecimal> {
        private final BigDecimal least;
        private final BigDecimal most;

        DecimalNumber(String least, String most) {
            this.least = new BigDecimal(least);
            this.most = new BigDecimal(most);
        }

        @Override
        public BigDecimal convert(String text) {
            try {
                BigDecimal number = new BigDecimal(text);
                if (number.compareTo(least) >= 0 && number.compareTo(most) <= 0) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Said below, as for a number that is too large.
            }
            throw refused(text, "a number from " + least + " to " + most);
        }
    }

    public static final class Share extends DecimalNumber {
        public Share() {
            super("0", "1");
        }
    }

    /** Zero stands for a rate that is to be found. */
    public static final class Rate implements Converter<BigDecimal> {
        private static final BigDecimal LEAST = new BigDecimal("0.001");
        private static final BigDecimal MOST = new BigDecimal("100000");

        @Override
        public BigDecimal convert(String text) {
            if (text.equalsIgnoreCase("auto")) {
                return BigDecimal.ZERO;
            }
            try {
                BigDecimal number = new BigDecimal(text);
                if (number.compareTo(LEAST) >= 0 && number.compareTo(MOST) <= 0) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Said below, as for a number that is too large.
            }
            throw refused(text, "a number from " + LEAST + " to " + MOST + ", or auto");
        }
    }
}
