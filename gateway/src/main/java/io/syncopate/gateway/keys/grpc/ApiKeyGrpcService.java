package io.syncopate.gateway.keys.grpc;

import com.google.protobuf.Empty;

import io.grpc.stub.StreamObserver;
import io.syncopate.gateway.keys.ApiKeys;
import io.syncopate.gateway.keys.IssueKey;
import io.syncopate.gateway.keys.KeyEvent;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Etags;
import io.syncopate.kernel.PageRequest;
import io.syncopate.proto.gateway.v1.ApiKeyServiceGrpc;
import io.syncopate.proto.gateway.v1.CreateApiKeyRequest;
import io.syncopate.proto.gateway.v1.CreateApiKeyResponse;
import io.syncopate.proto.gateway.v1.DeleteApiKeyRequest;
import io.syncopate.proto.gateway.v1.ListApiKeysRequest;
import io.syncopate.proto.gateway.v1.ListApiKeysResponse;
import io.syncopate.starter.call.CallContext;

import org.springframework.stereotype.Component;

/** {@code syncopate.gateway.v1.ApiKeyService}. */
@Component
class ApiKeyGrpcService extends ApiKeyServiceGrpc.ApiKeyServiceImplBase {

    private final ApiKeys keys;
    private final IssueKey issueKey;

    ApiKeyGrpcService(ApiKeys keys, IssueKey issueKey) {
        this.keys = keys;
        this.issueKey = issueKey;
    }

    @Override
    public void createApiKey(
            CreateApiKeyRequest request, StreamObserver<CreateApiKeyResponse> answer) {
        var sent = request.getApiKey();
        var issued =
                issueKey.issue(
                        CallContext.command(),
                        sent.getDisplayName(),
                        ApiKeyMapper.person(sent),
                        ApiKeyMapper.grants(sent),
                        ApiKeyMapper.expireTime(sent));
        answer.onNext(
                CreateApiKeyResponse.newBuilder()
                        .setApiKey(ApiKeyMapper.write(issued.key()))
                        .setSecret(issued.secret().orElse(""))
                        .build());
        answer.onCompleted();
    }

    @Override
    public void listApiKeys(
            ListApiKeysRequest request, StreamObserver<ListApiKeysResponse> answer) {
        var page =
                keys.list(
                                CallContext.caller().tenant(),
                                new PageRequest(request.getPageSize(), request.getPageToken()))
                        .map(ApiKeyMapper::write);
        answer.onNext(
                ListApiKeysResponse.newBuilder()
                        .addAllApiKeys(page.items())
                        .setNextPageToken(page.nextToken())
                        .build());
        answer.onCompleted();
    }

    @Override
    public void deleteApiKey(DeleteApiKeyRequest request, StreamObserver<Empty> answer) {
        Command by = CallContext.command();
        var before = keys.get(by.tenant(), ApiKeyMapper.id(request.getName()));
        Etags.check(request.getEtag(), before);
        keys.remove(by, before, new KeyEvent.KeyRevoked());
        answer.onNext(Empty.getDefaultInstance());
        answer.onCompleted();
    }
}
