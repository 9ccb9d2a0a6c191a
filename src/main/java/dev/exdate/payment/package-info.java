/** What sources say about payments, what is believed of it, and the tables that follow from that. */
@NullMarked
package dev.exdate.payment;

import org.jspecify.annotations.NullMarked;
