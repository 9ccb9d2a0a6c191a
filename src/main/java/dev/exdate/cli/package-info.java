/** The commands: each a class that reads its arguments, calls what does the work, and prints. */
@NullMarked
package dev.exdate.cli;

import org.jspecify.annotations.NullMarked;
