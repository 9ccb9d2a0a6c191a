package dev.exdate.cli;

import dev.exdate.database.DatabaseUnavailable;
import java.io.IOException;
import java.io.PrintWriter;

/** A command for which something is set up before the framework starts. It has its options then, and nothing else. */
interface Prepares {
    Preparation prepare(PrintWriter out) throws IOException, DatabaseUnavailable, InterruptedException;
}
