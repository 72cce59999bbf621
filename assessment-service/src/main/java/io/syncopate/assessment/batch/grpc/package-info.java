/** Files of briefs and of answers as the contract has them, and the operations that read and write them. */
@NullMarked
package io.syncopate.assessment.batch.grpc;

import org.jspecify.annotations.NullMarked;
