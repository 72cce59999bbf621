package io.syncopate.asset.production.grpc;

import io.grpc.stub.StreamObserver;
import io.syncopate.asset.production.HeldClaim;
import io.syncopate.asset.production.HoldAsset;
import io.syncopate.proto.asset.v1.Claim;
import io.syncopate.proto.asset.v1.ClaimServiceGrpc;
import io.syncopate.proto.asset.v1.GetClaimRequest;
import io.syncopate.proto.asset.v1.ReleaseClaimRequest;
import io.syncopate.proto.asset.v1.RenewClaimRequest;
import io.syncopate.starter.call.CallContext;

import org.springframework.stereotype.Component;

import java.time.Clock;

/** {@code syncopate.asset.v1.ClaimService}. */
@Component
class ClaimGrpcService extends ClaimServiceGrpc.ClaimServiceImplBase {

    private final HoldAsset hold;
    private final Clock clock;

    ClaimGrpcService(HoldAsset hold, Clock clock) {
        this.hold = hold;
        this.clock = clock;
    }

    @Override
    public void getClaim(GetClaimRequest request, StreamObserver<Claim> answer) {
        send(
                answer,
                hold.get(
                        CallContext.caller(),
                        CallContext.reach(),
                        Messages.claimId(request.getName())));
    }

    @Override
    public void renewClaim(RenewClaimRequest request, StreamObserver<Claim> answer) {
        send(answer, hold.renew(CallContext.command(), Messages.claimId(request.getName())));
    }

    @Override
    public void releaseClaim(ReleaseClaimRequest request, StreamObserver<Claim> answer) {
        send(
                answer,
                hold.release(
                        CallContext.command(),
                        Messages.claimId(request.getName()),
                        request.getContextNotes()));
    }

    private void send(StreamObserver<Claim> answer, HeldClaim claim) {
        Messages.send(answer, ClaimMessages.write(claim, clock.instant()));
    }
}
