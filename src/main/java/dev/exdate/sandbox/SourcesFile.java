package dev.exdate.sandbox;

import dev.exdate.source.Source;
import dev.exdate.source.Sources;
import java.net.URI;

/** The settings that point every source to a sandbox. */
record SourcesFile(URI address) {
    private static final int REQUESTS_PER_SECOND = 2000;
    private static final int CONCURRENCY = 16;

    String text(boolean withKeys) {
        StringBuilder text = new StringBuilder("# Points all sources to a sandbox with made-up data.\n");
        for (Source source : Sources.ALL) {
            String prefix = "EXDATE_SOURCE_" + source.id().name();
            text.append("%s_BASE_URL=%s\n".formatted(prefix, address))
                    .append("%s_REQUESTS_PER_SECOND=%d\n".formatted(prefix, REQUESTS_PER_SECOND))
                    .append("%s_CONCURRENCY=%d\n".formatted(prefix, CONCURRENCY));
        }
        if (withKeys) {
            for (Source source : Sources.ALL) {
                source.keySetting().ifPresent(key -> text.append(key).append("=sandbox\n"));
            }
        }
        return text.toString();
    }
}
