/** The verified dump of the whole database, its manifest, and how long old ones are kept. */
@NullMarked
package dev.exdate.backup;

import org.jspecify.annotations.NullMarked;
