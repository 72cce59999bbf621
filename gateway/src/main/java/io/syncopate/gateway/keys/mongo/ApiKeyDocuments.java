package io.syncopate.gateway.keys.mongo;

import io.syncopate.gateway.keys.ApiKey;
import io.syncopate.gateway.keys.SecretHash;
import io.syncopate.kernel.Grant;
import io.syncopate.kernel.Uid;
import io.syncopate.starter.mongo.DocumentMapper;

import org.bson.Document;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A key as a document. */
final class ApiKeyDocuments implements DocumentMapper<ApiKey> {

    @Override
    public String kind() {
        return "apiKey";
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Document write(ApiKey key) {
        var document =
                new Document("displayName", key.displayName())
                        .append("person", key.person().value());
        key.entered().ifPresent(time -> document.append("entered", Date.from(time)));
        return document.append(
                        "grants", key.grants().stream().map(Grant::toString).sorted().toList())
                .append("expireTime", Date.from(key.expireTime()))
                .append("prefix", key.prefix())
                .append("secretHash", key.secret().hex());
    }

    @Override
    public ApiKey read(Document fields) {
        return new ApiKey(
                fields.getString("displayName"),
                new Uid(fields.getString("person")),
                Optional.ofNullable(fields.getDate("entered")).map(Date::toInstant),
                fields.getList("grants", String.class, List.of()).stream()
                        .map(Grant::parse)
                        .collect(Collectors.toUnmodifiableSet()),
                fields.getDate("expireTime").toInstant(),
                fields.getString("prefix"),
                new SecretHash(fields.getString("secretHash")));
    }

    @Override
    public Set<String> unrecorded() {
        return Set.of("secretHash");
    }
}
