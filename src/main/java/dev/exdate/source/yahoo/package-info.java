/** Yahoo's charts. */
@NullMarked
package dev.exdate.source.yahoo;

import org.jspecify.annotations.NullMarked;
