/** The scheduling service: cohorts, and fair series of live sessions. */
@NullMarked
package io.syncopate.scheduling;

import org.jspecify.annotations.NullMarked;
