/** What is known of companies and funds beside prices: company data, what funds hold, declared dividends that lie ahead. */
@NullMarked
package dev.exdate.enrichment;

import org.jspecify.annotations.NullMarked;
