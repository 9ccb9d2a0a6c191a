/** Fills in missing company data. */
@NullMarked
package dev.exdate.companies;

import org.jspecify.annotations.NullMarked;
