/** How the sources of the made-up market disagree: what truly happens, and what each of them tells of it on which night. */
@NullMarked
package dev.exdate.sandbox.lie;

import org.jspecify.annotations.NullMarked;
