package dev.exdate.sandbox.lie;

import java.util.List;

/** Plants one kind of lie, or kinds that exclude one another. */
interface Liar {
    /** All lies about a listing, whenever they are told; empty if the kind is off. */
    List<Lie> about(Story story);
}
