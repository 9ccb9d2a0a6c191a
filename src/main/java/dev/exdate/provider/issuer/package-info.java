/** The files in which issuers publish what their funds hold. */
@NullMarked
package dev.exdate.provider.issuer;

import org.jspecify.annotations.NullMarked;
