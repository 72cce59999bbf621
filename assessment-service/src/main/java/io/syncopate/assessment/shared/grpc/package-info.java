/** Messages of the contract that more than one feature reads and writes. */
@NullMarked
package io.syncopate.assessment.shared.grpc;

import org.jspecify.annotations.NullMarked;
