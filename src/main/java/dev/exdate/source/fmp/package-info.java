/** Financial Modeling Prep (FMP). */
@NullMarked
package dev.exdate.source.fmp;

import org.jspecify.annotations.NullMarked;
