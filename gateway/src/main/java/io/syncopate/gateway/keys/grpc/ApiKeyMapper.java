package io.syncopate.gateway.keys.grpc;

import com.google.protobuf.util.Timestamps;

import io.syncopate.gateway.keys.ApiKey;
import io.syncopate.kernel.Grant;
import io.syncopate.kernel.Scope;
import io.syncopate.kernel.Uid;
import io.syncopate.kernel.Versioned;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Between the contract's key and ours. */
final class ApiKeyMapper {

    private static final String PREFIX = "apiKeys/";
    private static final String PEOPLE = "people/";

    private ApiKeyMapper() {}

    static String id(String name) {
        return name.substring(PREFIX.length());
    }

    static Optional<Uid> person(io.syncopate.proto.gateway.v1.ApiKey key) {
        return Optional.of(key.getPerson())
                .filter(name -> !name.isEmpty())
                .map(name -> new Uid(name.substring(PEOPLE.length())));
    }

    static Optional<Instant> expireTime(io.syncopate.proto.gateway.v1.ApiKey key) {
        return key.hasExpireTime()
                ? Optional.of(Instant.ofEpochMilli(Timestamps.toMillis(key.getExpireTime())))
                : Optional.empty();
    }

    static Set<Grant> grants(io.syncopate.proto.gateway.v1.ApiKey key) {
        return key.getGrantsList().stream()
                .map(grant -> new Grant(grant.getPermission(), scope(grant.getScope())))
                .collect(Collectors.toUnmodifiableSet());
    }

    static io.syncopate.proto.gateway.v1.ApiKey write(Versioned<ApiKey> stored) {
        ApiKey key = stored.value();
        return io.syncopate.proto.gateway.v1.ApiKey.newBuilder()
                .setName(PREFIX + stored.id())
                .setDisplayName(key.displayName())
                .setPerson(PEOPLE + key.person())
                .addAllGrants(
                        key.grants().stream()
                                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                                .map(ApiKeyMapper::write)
                                .toList())
                .setExpireTime(Timestamps.fromMillis(key.expireTime().toEpochMilli()))
                .setPrefix(key.prefix())
                .setEtag(stored.etag())
                .setCreateTime(Timestamps.fromMillis(stored.createTime().toEpochMilli()))
                .build();
    }

    private static io.syncopate.proto.gateway.v1.ApiKey.Grant write(Grant grant) {
        return io.syncopate.proto.gateway.v1.ApiKey.Grant.newBuilder()
                .setPermission(grant.permission())
                .setScope(
                        switch (grant.scope()) {
                            case OWN -> io.syncopate.proto.api.v1.Scope.SCOPE_OWN;
                            case TEAM -> io.syncopate.proto.api.v1.Scope.SCOPE_TEAM;
                            case TENANT -> io.syncopate.proto.api.v1.Scope.SCOPE_TENANT;
                        })
                .build();
    }

    private static Scope scope(io.syncopate.proto.api.v1.Scope scope) {
        return switch (scope) {
            case SCOPE_OWN -> Scope.OWN;
            case SCOPE_TEAM -> Scope.TEAM;
            case SCOPE_TENANT -> Scope.TENANT;
            case SCOPE_UNSPECIFIED, UNRECOGNIZED ->
                    throw new IllegalStateException("refused by the contract's rules: " + scope);
        };
    }
}
