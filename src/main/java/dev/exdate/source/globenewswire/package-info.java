/** Press releases on GlobeNewswire. */
@NullMarked
package dev.exdate.source.globenewswire;

import org.jspecify.annotations.NullMarked;
