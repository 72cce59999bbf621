/** The files of batches in MongoDB. */
@NullMarked
package io.syncopate.assessment.batch.mongo;

import org.jspecify.annotations.NullMarked;
