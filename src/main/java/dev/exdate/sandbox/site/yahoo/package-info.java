/** Yahoo as the sandbox plays it. */
@NullMarked
package dev.exdate.sandbox.site.yahoo;

import org.jspecify.annotations.NullMarked;
