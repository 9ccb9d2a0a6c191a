/** GlobeNewswire as the sandbox plays it. */
@NullMarked
package dev.exdate.sandbox.site.globenewswire;

import org.jspecify.annotations.NullMarked;
