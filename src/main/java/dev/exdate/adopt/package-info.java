/** Takes over a database that another program made: old tables stay as they are, their rows are copied into Exdate's. */
@NullMarked
package dev.exdate.adopt;

import org.jspecify.annotations.NullMarked;
