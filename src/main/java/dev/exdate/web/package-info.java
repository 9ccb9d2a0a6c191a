/** The one way out to HTTP: pace, retry, time-outs, size limits; keys never leave it in a message. */
@NullMarked
package dev.exdate.web;

import org.jspecify.annotations.NullMarked;
