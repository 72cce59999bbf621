/**
 * Answers for thousands of briefs at once. A batch is one file of briefs; what is wrong with one of
 * them is told beside it and holds up no other.
 */
@NullMarked
package io.syncopate.assessment.batch;

import org.jspecify.annotations.NullMarked;
