/** The contract's service for histories. */
@NullMarked
package io.syncopate.gateway.history.grpc;

import org.jspecify.annotations.NullMarked;
