/** Which symbols there are, which of them belong into the database, and what kind of fund each ETF is. */
@NullMarked
package dev.exdate.discovery;

import org.jspecify.annotations.NullMarked;
