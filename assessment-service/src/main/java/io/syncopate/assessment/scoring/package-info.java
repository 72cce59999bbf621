/**
 * The answer to a brief: scores that are the sums of their contributions, what stands in the way,
 * the seven-step trace, the journey, and what to do about it. The same brief and model give the same
 * answer, always.
 */
@NullMarked
package io.syncopate.assessment.scoring;

import org.jspecify.annotations.NullMarked;
