package dev.exdate.web;

import dev.exdate.settings.SourceId;

/** All sources' clients of one run. */
public interface Web {
    SourceClient source(SourceId id);
}
