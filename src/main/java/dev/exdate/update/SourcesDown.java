package dev.exdate.update;

/** No source is left for a kind that is due. */
final class SourcesDown extends Exception {
    private final Kind kind;

    SourcesDown(Kind kind) {
        super("no source left for " + kind.id());
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
