/**
 * The meaning of a source's answer: bytes in; rows, <em>nothing there</em> or a named failure out. Pure: no network, no
 * clock, no database.
 */
@NullMarked
package dev.exdate.format;

import org.jspecify.annotations.NullMarked;
