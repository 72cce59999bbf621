@NullMarked
package io.syncopate.gateway.time.grpc;

import org.jspecify.annotations.NullMarked;
