package io.syncopate.asset.production.grpc;

import static io.syncopate.asset.production.grpc.Messages.timestamp;

import io.syncopate.asset.production.HeldClaim;
import io.syncopate.proto.asset.v1.Claim;

import java.time.Instant;

/** From a claim to its message. */
final class ClaimMessages {

    private ClaimMessages() {}

    /**
     * @param now decides whether the lease is over
     */
    static Claim write(HeldClaim held, Instant now) {
        var claim = held.claim();
        return Claim.newBuilder()
                .setName(Messages.claimName(claim.id()))
                .setAsset(held.asset().resourceName())
                .setQueue(Messages.queueName(claim.queue()))
                .setHolder(Messages.actor(claim.holder()))
                .setFence(claim.fence())
                .setState(
                        switch (claim.stateAt(now)) {
                            case ACTIVE -> Claim.State.ACTIVE;
                            case COMPLETED -> Claim.State.COMPLETED;
                            case RELEASED -> Claim.State.RELEASED;
                            case EXPIRED -> Claim.State.EXPIRED;
                        })
                .setExpireTime(timestamp(claim.expires()))
                .setEtag("v" + claim.version())
                .setCreateTime(timestamp(claim.granted()))
                .setUpdateTime(timestamp(claim.changed()))
                .build();
    }
}
