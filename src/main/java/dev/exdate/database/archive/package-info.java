/** What sources have answered: {@code exdate.response}, with the bodies in a folder or in the database. */
@NullMarked
package dev.exdate.database.archive;

import org.jspecify.annotations.NullMarked;
