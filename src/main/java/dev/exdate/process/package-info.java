/** Processes of this machine: who made what lies in a folder, and children that outlived their parent. */
@NullMarked
package dev.exdate.process;

import org.jspecify.annotations.NullMarked;
