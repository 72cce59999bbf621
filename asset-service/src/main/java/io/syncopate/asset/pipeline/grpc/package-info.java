/** Serves this feature's contract. */
@NullMarked
package io.syncopate.asset.pipeline.grpc;

import org.jspecify.annotations.NullMarked;
