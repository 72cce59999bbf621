/** Serves this feature's contract. */
@NullMarked
package io.syncopate.asset.production.grpc;

import org.jspecify.annotations.NullMarked;
