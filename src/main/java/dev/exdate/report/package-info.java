/** The content of the database, read from one snapshot: completeness, quality checks, and their texts. */
@NullMarked
package dev.exdate.report;

import org.jspecify.annotations.NullMarked;
