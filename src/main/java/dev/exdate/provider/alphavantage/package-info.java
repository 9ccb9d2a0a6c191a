/** Alpha Vantage: asked last, within its daily budget. */
@NullMarked
package dev.exdate.provider.alphavantage;

import org.jspecify.annotations.NullMarked;
