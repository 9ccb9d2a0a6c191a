/** What the person who runs Exdate has set: environment, .env, config/application.properties, --sources, defaults. */
@NullMarked
package dev.exdate.settings;

import org.jspecify.annotations.NullMarked;
