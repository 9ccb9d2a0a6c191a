/** The private PostgreSQL server. */
@NullMarked
package dev.exdate.database.server;

import org.jspecify.annotations.NullMarked;
