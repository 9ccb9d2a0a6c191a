/** The made-up market and its true data. */
@NullMarked
package dev.exdate.sandbox.market;

import org.jspecify.annotations.NullMarked;
