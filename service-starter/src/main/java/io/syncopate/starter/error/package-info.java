/**
 * The one path of errors: refusals become a gRPC status with its details, everything else an
 * internal fault of which nothing but the id it was logged under leaves the service.
 */
@NullMarked
package io.syncopate.starter.error;

import org.jspecify.annotations.NullMarked;
