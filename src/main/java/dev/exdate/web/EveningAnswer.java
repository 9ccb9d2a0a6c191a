package dev.exdate.web;

import dev.exdate.format.Payload;
import java.time.Instant;

/** A page as a source sent it, and when. */
public record EveningAnswer(Payload payload, Validators validators, Evening evening, Instant readAt) {}
