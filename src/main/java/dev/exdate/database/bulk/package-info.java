/** The one way rows get into tables: COPY, then one upsert. */
@NullMarked
package dev.exdate.database.bulk;

import org.jspecify.annotations.NullMarked;
