/** Simulated faults of answers. */
@NullMarked
package dev.exdate.sandbox.fault;

import org.jspecify.annotations.NullMarked;
