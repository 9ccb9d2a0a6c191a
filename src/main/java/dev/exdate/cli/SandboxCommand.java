package dev.exdate.cli;

import dev.exdate.market.TradingCalendar;
import dev.exdate.process.Version;
import dev.exdate.run.ExitCode;
import dev.exdate.run.Signals;
import dev.exdate.sandbox.Sandbox;
import dev.exdate.sandbox.SandboxOptions;
import dev.exdate.settings.InvalidSetting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code exdate sandbox}: all sources on loopback, until it is stopped. */
@Command(
        name = "sandbox",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Serves all sources on loopback from a made-up market.",
            "The answers have the sources' real formats. GET /truth/{dividends,distributions,prices,splits,symbols,holdings} returns the true data, GET /truth/lies what the sources state instead, GET /requests the requests so far."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  exdate sandbox --symbols 300 --write-sources sandbox.properties",
            "  exdate run --sources sandbox.properties --force",
            "",
            SandboxOptions.FAULTS_HELP,
            "",
            SandboxOptions.ANSWERS_HELP
        })
final class SandboxCommand implements Callable<Integer> {
    private final TradingCalendar calendar;
    private final Clock clock;

    @Option(
            names = "--port",
            defaultValue = "0",
            paramLabel = "PORT",
            description = "the port on 127.0.0.1; 0 (default) means any free port")
    int port;

    @Option(
            names = "--symbols",
            paramLabel = "N",
            defaultValue = "300",
            description = "number of listings in the market (default 300)")
    int symbols = 300;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "the same seed gives the same bytes (default 1)")
    long seed = 1;

    @Option(
            names = "--latency",
            paramLabel = "TIME",
            defaultValue = "0ms",
            converter = DurationConverter.class,
            description = "delay before each answer, such as 20ms")
    Duration latency = Duration.ZERO;

    @Option(
            names = "--faults",
            paramLabel = "FILE|EXPR",
            defaultValue = "",
            description = "faults to simulate, see below")
    String faults = "";

    @Option(names = "--answers", paramLabel = "FILE", description = "saved answers to serve first, see below")
    @Nullable Path answers;

    @Option(
            names = "--write-sources",
            paramLabel = "FILE",
            description = "write a settings file that points all sources to this sandbox")
    @Nullable Path writeSources;

    @Option(names = "--keys", description = "with --write-sources: add made-up keys for FMP and Alpha Vantage")
    boolean keys;

    @Option(
            names = "--date",
            paramLabel = "DAY",
            description = "the market's current day (default: the last closed trading day)")
    @Nullable LocalDate date;

    @Spec
    CommandSpec spec;

    SandboxCommand(TradingCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        LocalDate day = date == null ? calendar.lastSession(clock.instant()) : date;
        try (Sandbox sandbox = start(day)) {
            if (writeSources != null) {
                sandbox.writeSources(writeSources, keys);
            }
            spec.commandLine().getOut().println("ready " + sandbox.address());
            spec.commandLine().getOut().flush();
            CountDownLatch ended = new CountDownLatch(1);
            try (Signals signals = Signals.catching(reason -> ended.countDown())) {
                ended.await();
                return signals.exitCode().orElse(ExitCode.DONE);
            }
        }
    }

    private Sandbox start(LocalDate day) throws IOException {
        try {
            return Sandbox.start(
                    new SandboxOptions(port, symbols, seed, latency, faults, Optional.ofNullable(answers), day));
        } catch (IllegalArgumentException e) {
            throw new InvalidSetting(String.valueOf(e.getMessage()));
        }
    }
}
