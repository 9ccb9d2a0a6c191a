/** What stands in the database, read from one snapshot: completeness, quality checks, and the texts that say so. */
@NullMarked
package dev.exdate.report;

import org.jspecify.annotations.NullMarked;
