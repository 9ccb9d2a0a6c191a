/** All sources on loopback, in their real formats, from a made-up market. */
@NullMarked
package dev.exdate.sandbox;

import org.jspecify.annotations.NullMarked;
