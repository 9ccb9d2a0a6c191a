package dev.exdate.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;

/** Commands that one looks for together, under one heading of the help. */
record CommandGroup(String heading, List<Class<?>> commands) {
    static final List<CommandGroup> ALL = List.of(
            new CommandGroup("Daily run", List.of(RunCommand.class, ScheduleCommand.class)),
            new CommandGroup(
                    "Single tasks",
                    List.of(
                            ScrapeCommand.class,
                            DiscoverCommand.class,
                            ClassifyEtfsCommand.class,
                            UpdateCommand.class,
                            CompaniesCommand.class,
                            HoldingsCommand.class,
                            FutureDividendsCommand.class)),
            new CommandGroup(
                    "Looking at results",
                    List.of(
                            StatusCommand.class,
                            HistoryCommand.class,
                            ReportCommand.class,
                            ShowCommand.class,
                            FindingsCommand.class,
                            ConflictsCommand.class)),
            new CommandGroup("Backup", List.of(BackupCommand.class, RestoreCommand.class)),
            new CommandGroup(
                    "Set-up",
                    List.of(
                            DoctorCommand.class,
                            SettingsCommand.class,
                            MigrateCommand.class,
                            AdoptCommand.class,
                            DatabaseCommand.class,
                            CompletionCommand.class)),
            new CommandGroup(
                    "Trying out",
                    List.of(
                            DemoCommand.class,
                            SandboxCommand.class,
                            ParseCommand.class,
                            ArchiveCommand.class,
                            ReplayCommand.class)));

    private static final int INDENT = 2;

    /** All groups with their commands; of each command the first sentence, which stands for the whole. */
    static String list(Help help) {
        Map<String, Help> commands = help.subcommands();
        int name = INDENT
                + commands.keySet().stream().mapToInt(String::length).max().orElse(0);
        StringBuilder all = new StringBuilder();
        for (CommandGroup group : ALL) {
            TextTable table = TextTable.forColumns(
                    help.colorScheme(),
                    new Column(name + INDENT, INDENT, Column.Overflow.SPAN),
                    new Column(
                            help.commandSpec().usageMessage().width() - name - INDENT, INDENT, Column.Overflow.WRAP));
            table.setAdjustLineBreaksForWideCJKCharacters(false);
            for (Class<?> command : group.commands()) {
                Help shown = commands.get(CommandLines.name(command));
                if (shown != null) {
                    table.addRowValues(
                            CommandLines.name(command),
                            shown.commandSpec().usageMessage().description()[0]);
                }
            }
            all.append("%n%s:%n".formatted(group.heading())).append(table);
        }
        return all.toString();
    }
}
