/** Financial Modeling Prep's {@code /stable} interface, for those who have a key. */
@NullMarked
package dev.exdate.provider.fmp;

import org.jspecify.annotations.NullMarked;
