package dev.exdate;

import dev.exdate.cli.Failures;
import dev.exdate.cli.StandardOutput;
import dev.exdate.cli.Start;
import dev.exdate.process.Version;
import dev.exdate.run.ExitCode;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Locale;

/** Starts the program. What needs no framework is answered before there is one. */
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        if (Version.isAllThatIsAsked(arguments)) {
            // Asked by scripts at every start: not worth the model of a command line.
            System.out.println(Version.shown());
            if (System.out.checkError()) {
                end(ExitCode.DONE);
            }
            return;
        }
        // What is printed and logged is read by programs too: digits and separators are the same everywhere.
        Locale.setDefault(Locale.ROOT);
        Thread.setDefaultUncaughtExceptionHandler(Failures::uncaught);
        // The executable looks some of them up when first asked, which it can't do on a virtual thread; tasks run on
        // those.
        System.getProperties();
        // Threads of the system wake the virtual ones that wait for a socket. By default virtual threads do that, and
        // in the executable (Substrate VM 25.0.2) two runs of some hundreds hung: the answer lay unread in the socket,
        // and the virtual thread that should have passed it on was never resumed.
        if (System.getProperty("jdk.pollerMode") == null) {
            System.setProperty("jdk.pollerMode", "1");
        }
        Start start = Start.of(arguments);
        start.answered()
                .ifPresentOrElse(
                        Main::end,
                        () -> start.run(() -> Quarkus.run(
                                ExdateApplication.class,
                                (exitCode, failure) -> end(start.ended(exitCode, failure)),
                                arguments)));
    }

    /** By the framework's way out: tests and the development mode have one of their own. */
    private static void end(int exitCode) {
        ApplicationLifecycleManager.getDefaultExitCodeHandler()
                .accept(StandardOutput.checked(exitCode, System.out, System.err), null);
    }
}
