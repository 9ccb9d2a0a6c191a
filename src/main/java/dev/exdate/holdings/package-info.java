/** What funds hold. */
@NullMarked
package dev.exdate.holdings;

import org.jspecify.annotations.NullMarked;
