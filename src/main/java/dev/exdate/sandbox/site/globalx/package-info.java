/** Global X as the sandbox plays it. */
@NullMarked
package dev.exdate.sandbox.site.globalx;

import org.jspecify.annotations.NullMarked;
