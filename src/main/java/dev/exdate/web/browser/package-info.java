/** A headless Chromium, for pages that only a browser renders. */
@NullMarked
package dev.exdate.web.browser;

import org.jspecify.annotations.NullMarked;
