/**
 * A training programme from its brief to its outcomes: described, assessed, accepted, launched. A
 * launch makes the accepted journey real in the scheduling and asset services, step by step; each
 * step is kept before the next one starts, so that an interrupted launch goes on where it was.
 */
@NullMarked
package io.syncopate.assessment.program;

import org.jspecify.annotations.NullMarked;
