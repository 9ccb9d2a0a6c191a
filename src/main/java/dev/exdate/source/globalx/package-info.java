/** Global X, holdings files. */
@NullMarked
package dev.exdate.source.globalx;

import org.jspecify.annotations.NullMarked;
