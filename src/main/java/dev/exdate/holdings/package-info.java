/** Fund holdings and their history. */
@NullMarked
package dev.exdate.holdings;

import org.jspecify.annotations.NullMarked;
