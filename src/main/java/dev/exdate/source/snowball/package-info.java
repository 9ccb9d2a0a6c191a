/** Snowball's dividend calendar. */
@NullMarked
package dev.exdate.source.snowball;

import org.jspecify.annotations.NullMarked;
