/** The contract's service for keys. */
@NullMarked
package io.syncopate.gateway.keys.grpc;

import org.jspecify.annotations.NullMarked;
