/**
 * What a source's answer means: bytes in, rows, <em>nothing there</em> or a named failure out. Pure: no network, no
 * clock, no database.
 */
@NullMarked
package dev.exdate.format;

import org.jspecify.annotations.NullMarked;
