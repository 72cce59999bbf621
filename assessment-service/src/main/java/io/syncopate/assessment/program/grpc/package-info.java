/** Programmes, assessments and outcomes over gRPC. */
@NullMarked
package io.syncopate.assessment.program.grpc;

import org.jspecify.annotations.NullMarked;
