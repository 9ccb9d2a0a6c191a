/** The one way out to HTTP: rate limits, retries, time-outs and size limits. Its messages never contain keys. */
@NullMarked
package dev.exdate.web;

import org.jspecify.annotations.NullMarked;
