/** The site API of NASDAQ. */
@NullMarked
package dev.exdate.source.nasdaq;

import org.jspecify.annotations.NullMarked;
