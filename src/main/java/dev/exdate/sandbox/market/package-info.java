/** The made-up market and what is true in it. */
@NullMarked
package dev.exdate.sandbox.market;

import org.jspecify.annotations.NullMarked;
