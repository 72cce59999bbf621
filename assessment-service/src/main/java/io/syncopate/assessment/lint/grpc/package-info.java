/** What is to be mended, over gRPC. */
@NullMarked
package io.syncopate.assessment.lint.grpc;

import org.jspecify.annotations.NullMarked;
