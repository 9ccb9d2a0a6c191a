package dev.exdate.update;

/** No source is left for a kind that is due. */
final class SourcesDown extends Exception {
    private final DataKind kind;

    SourcesDown(DataKind kind) {
        super("no source is left for " + kind.id());
        this.kind = kind;
    }

    DataKind kind() {
        return kind;
    }
}
