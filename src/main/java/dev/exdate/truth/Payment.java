package dev.exdate.truth;

/** One payment of a day, as declared. */
public record Payment(PaymentKind kind, StatedAmount amount) {}
