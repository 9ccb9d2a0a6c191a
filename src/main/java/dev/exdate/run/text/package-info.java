/** The one place where a run's figures, codes and states become the text that people read and grep. */
@NullMarked
package dev.exdate.run.text;

import org.jspecify.annotations.NullMarked;
