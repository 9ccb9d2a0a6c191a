/** Company data of symbols that have none. */
@NullMarked
package dev.exdate.companies;

import org.jspecify.annotations.NullMarked;
