/** Serves this feature's contract. */
@NullMarked
package io.syncopate.asset.campaign.grpc;

import org.jspecify.annotations.NullMarked;
