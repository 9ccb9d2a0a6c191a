/** The file layouts that several fund issuers share. */
@NullMarked
package dev.exdate.source.issuer;

import org.jspecify.annotations.NullMarked;
