/** All that is stored about one symbol, on one screen. */
@NullMarked
package dev.exdate.report.symbol;

import org.jspecify.annotations.NullMarked;
