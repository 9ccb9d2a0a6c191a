/** A made-up market and its sources on loopback, in their real formats: for trying out, tests and benchmarks. */
@NullMarked
package dev.exdate.sandbox;

import org.jspecify.annotations.NullMarked;
