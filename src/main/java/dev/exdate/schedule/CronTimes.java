package dev.exdate.schedule;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import dev.exdate.market.TradingCalendar;
import dev.exdate.settings.InvalidSetting;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** The instants of a five-field cron expression in New York time. */
public final class CronTimes {
    /** In crontab a week begins on Sunday; the parser accepts SUN only as its end. */
    private static final Pattern WEEK_FROM_SUNDAY = Pattern.compile("(?i)\\bSUN-");

    private final String expression;
    private final String parsed;
    private final ExecutionTime times;

    private CronTimes(String expression, String parsed, ExecutionTime times) {
        this.expression = expression;
        this.parsed = parsed;
        this.times = times;
    }

    /** @throws InvalidSetting if it is not such an expression, or if it never matches */
    public static CronTimes of(String expression, Instant now) {
        String parsed = WEEK_FROM_SUNDAY.matcher(expression.strip()).replaceAll("0-");
        CronTimes times = new CronTimes(expression, parsed, executions(expression, parsed));
        if (times.next(now).isEmpty()) {
            throw new InvalidSetting("--cron never matches a date: \"" + expression + "\"");
        }
        return times;
    }

    private static ExecutionTime executions(String expression, String parsed) {
        try {
            CronParser parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
            return ExecutionTime.forCron(parser.parse(parsed).validate());
        } catch (IllegalArgumentException e) {
            throw new InvalidSetting(
                    "invalid --cron \"" + expression + "\"; expected minute, hour, day of month, month and"
                            + " day of week, such as \"0 22 * * MON-FRI,SUN\"");
        }
    }

    /** As given. */
    String expression() {
        return expression;
    }

    /** The same in the form of the scheduler's parser. */
    String parsed() {
        return parsed;
    }

    /** The first one after that instant. */
    public Optional<Instant> next(Instant after) {
        return times.nextExecution(inNewYork(after)).map(ZonedDateTime::toInstant);
    }

    /** The newest one up to that instant, searched from {@code known}, which must be one of them and not later. */
    Instant newest(Instant known, Instant upTo) {
        return times.lastExecution(inNewYork(upTo.plusSeconds(1)))
                .map(ZonedDateTime::toInstant)
                .filter(known::isBefore)
                .orElse(known);
    }

    private static ZonedDateTime inNewYork(Instant instant) {
        return instant.atZone(TradingCalendar.NEW_YORK);
    }
}
