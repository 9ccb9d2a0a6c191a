/** Which symbols exist, which of them belong in the database, and what kind of fund each ETF is. */
@NullMarked
package dev.exdate.discovery;

import org.jspecify.annotations.NullMarked;
