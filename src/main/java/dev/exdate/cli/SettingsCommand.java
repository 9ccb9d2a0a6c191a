package dev.exdate.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.exdate.process.Version;
import dev.exdate.run.ExitCode;
import dev.exdate.settings.SettingValue;
import dev.exdate.settings.Settings;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code exdate settings}: what is set, and where. */
@Command(
        name = "settings",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Lists every setting with its value and origin.",
            "*** stands for a secret, - for none. The origin is the environment, .env, config/application.properties, the --sources file, or default."
        },
        footerHeading = "%nExample:%n",
        footer = {"  exdate settings", "  exdate settings --json | jq '.[] | select(.source != \"default\")'"})
final class SettingsCommand implements Callable<Integer>, AnsweredEarly {
    @Mixin
    SourcesOption sources = new SourcesOption();

    @Option(names = "--json", description = "print one JSON array instead of lines")
    boolean json;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<SettingValue> settings = Settings.load(sources.file()).all();
        if (json) {
            out.println(json(settings));
        } else {
            print(settings, out);
        }
        return ExitCode.DONE;
    }

    private static void print(List<SettingValue> settings, PrintWriter out) {
        int name = width(settings, setting -> setting.name().length());
        int value = width(settings, setting -> setting.value().orElse("-").length());
        String line = "%-" + name + "s  %-" + value + "s  %s%n";
        out.printf(line, "SETTING", "VALUE", "SOURCE");
        settings.forEach(
                setting -> out.printf(line, setting.name(), setting.value().orElse("-"), setting.source()));
    }

    private static int width(List<SettingValue> settings, ToIntFunction<SettingValue> length) {
        return settings.stream().mapToInt(length).max().orElse(1);
    }

    private static String json(List<SettingValue> settings) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (SettingValue setting : settings) {
            ObjectNode one = array.addObject();
            one.put("name", setting.name());
            one.put("value", setting.value().orElse(null));
            one.put("source", setting.source());
        }
        return array.toString();
    }
}
