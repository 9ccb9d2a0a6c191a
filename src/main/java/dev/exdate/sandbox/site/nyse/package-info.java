/** NYSE as the sandbox plays it. */
@NullMarked
package dev.exdate.sandbox.site.nyse;

import org.jspecify.annotations.NullMarked;
