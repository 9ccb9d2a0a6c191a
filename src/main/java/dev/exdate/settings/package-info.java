/**
 * The settings of the person who runs Exdate: environment, .env, config/application.properties, --sources, defaults.
 */
@NullMarked
package dev.exdate.settings;

import org.jspecify.annotations.NullMarked;
