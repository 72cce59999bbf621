/** Forgets the files of batches in the background. */
@NullMarked
package io.syncopate.assessment.batch.sweep;

import org.jspecify.annotations.NullMarked;
