/** The contract's service for the audit. */
@NullMarked
package io.syncopate.gateway.audit.grpc;

import org.jspecify.annotations.NullMarked;
