/** Snowball as the sandbox plays it. */
@NullMarked
package dev.exdate.sandbox.site.snowball;

import org.jspecify.annotations.NullMarked;
