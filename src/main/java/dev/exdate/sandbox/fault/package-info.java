/** What can be made to go wrong with an answer. */
@NullMarked
package dev.exdate.sandbox.fault;

import org.jspecify.annotations.NullMarked;
