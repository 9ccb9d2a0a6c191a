/** What a run is expected to cost: requests and time by source, from its plan and from earlier runs. */
@NullMarked
package dev.exdate.run.cost;

import org.jspecify.annotations.NullMarked;
