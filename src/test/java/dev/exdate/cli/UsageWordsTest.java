package dev.exdate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class UsageWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stauts                  | unknown command 'stauts' (did you mean status?)",
                "nonsense                | unknown command 'nonsense'",
                "--foo                   | unknown option --foo",
                "run --onlyfailed        | unknown option --onlyfailed (did you mean --only-failed",
                "run --nonsense=1        | unknown option --nonsense",
                "restore a b             | unexpected argument 'b'",
                "restore                 | missing: FILE",
                "run --discover x        | --discover must be one of auto, always, never, not 'x'",
                "run --date 2026-13-01   | --date: invalid date '2026-13-01' (expected YYYY-MM-DD)",
                "run --only foo          | --only: unknown task 'foo'; choose from discovery, ",
                "run --only              | --only needs a value (TASKS)",
                "run --only --skip       | --only needs a value, not --skip",
                "run --resume --resume   | --resume is given twice",
                "run --resume=yes        | --resume takes no value",
                "history --limit x       | --limit must be a whole number, not 'x'",
                "companies --limit 0     | --limit must be a number from 1 to 9999999, not '0'",
                "scrape foo              | unknown scraper 'foo'; choose from yieldmax, cboe, nasdaq, nyse, snowball"
            })
    void theMistakeIsNamedInUsualWords(String typed, String words) {
        String[] arguments = typed.split(" ");
        CommandLine line = CommandLines.of(new DescribingFactory(), new ExdateCommand(), arguments);
        assertThat(UsageWords.of(catchThrowableOfType(ParameterException.class, () -> line.parseArgs(arguments))))
                .startsWith(words)
                .doesNotContainIgnoringCase("index", "positional");
    }
}
