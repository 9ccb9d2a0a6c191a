package dev.exdate.web;

import dev.exdate.settings.SourceId;

/**
 * Where an answer came from.
 *
 * @param base scheme, host and port, and a path prefix if there is one; without user and password
 * @param target path and query, without a key
 */
public record KeptAddress(SourceId source, String base, String target) {}
