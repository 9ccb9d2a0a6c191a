package dev.exdate.database.archive;

import java.time.Instant;

/**
 * An answer that is kept, without its body.
 *
 * @param address host, path and query, without any key
 * @param hash of its body
 */
public record Response(
        long id, String source, String address, int status, String contentType, Instant answeredAt, String hash) {}
