/** Cboe as the sandbox plays it. */
@NullMarked
package dev.exdate.sandbox.site.cboe;

import org.jspecify.annotations.NullMarked;
