/** The tables, and the rights that are needed for them. */
@NullMarked
package dev.exdate.database.schema;

import org.jspecify.annotations.NullMarked;
