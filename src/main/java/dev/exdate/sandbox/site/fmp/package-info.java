/** FMP as the sandbox plays it. */
@NullMarked
package dev.exdate.sandbox.site.fmp;

import org.jspecify.annotations.NullMarked;
