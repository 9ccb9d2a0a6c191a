/** Commands, options, converters and what they print; nothing else. */
@NullMarked
package dev.exdate.cli;

import org.jspecify.annotations.NullMarked;
