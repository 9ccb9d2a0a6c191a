/** Cboe's dividend notices. */
@NullMarked
package dev.exdate.source.cboe;

import org.jspecify.annotations.NullMarked;
