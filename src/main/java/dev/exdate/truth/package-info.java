/** What sources say about a payment, and which of it is believed: rules without any reading. */
@NullMarked
package dev.exdate.truth;

import org.jspecify.annotations.NullMarked;
