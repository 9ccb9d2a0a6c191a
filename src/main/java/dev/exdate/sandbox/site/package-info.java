/** What the sites of the sandbox share. */
@NullMarked
package dev.exdate.sandbox.site;

import org.jspecify.annotations.NullMarked;
