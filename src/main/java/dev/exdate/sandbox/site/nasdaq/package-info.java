/** NASDAQ as the sandbox plays it. */
@NullMarked
package dev.exdate.sandbox.site.nasdaq;

import org.jspecify.annotations.NullMarked;
