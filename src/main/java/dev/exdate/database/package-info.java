/** The database: connections, the private server, migrations, the one bulk writer, the run's lock. */
@NullMarked
package dev.exdate.database;

import org.jspecify.annotations.NullMarked;
