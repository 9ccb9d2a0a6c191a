package dev.exdate.web;

import dev.exdate.format.Payload;
import dev.exdate.settings.SourceId;
import java.util.Optional;

/**
 * An answer as a source gave it.
 *
 * @param address host, path and query, without any key
 * @param gzipped the body as it was sent, if it was sent with gzip
 * @param date the header
 */
public record KeptAnswer(
        SourceId source, String address, Payload payload, Optional<byte[]> gzipped, Optional<String> date) {}
