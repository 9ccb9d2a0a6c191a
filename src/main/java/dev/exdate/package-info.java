/** Where the program starts. */
@NullMarked
package dev.exdate;

import org.jspecify.annotations.NullMarked;
