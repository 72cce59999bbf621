package io.syncopate.starter.mongo;

import static io.syncopate.starter.mongo.AggregateFields.CREATE_TIME;
import static io.syncopate.starter.mongo.AggregateFields.LANE;
import static io.syncopate.starter.mongo.AggregateFields.NAME;
import static io.syncopate.starter.mongo.AggregateFields.OWNERS;
import static io.syncopate.starter.mongo.AggregateFields.TENANT;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;

import org.bson.Document;

import java.util.List;
import java.util.stream.Stream;

/**
 * An index that a repository needs besides those all aggregates have; it is created at start.
 *
 * <p>Fields of the value are named as {@code data.<field>}. A leading {@code -} sorts descending.
 * Every index starts with the tenant, which is put in front; a unique one with tenant and lane, so
 * that it can be held on a sharded cluster.
 */
public record IndexSpec(String name, List<String> fields, boolean unique) {

    /** For lists of what is one's own or one's teams'. */
    public static final IndexSpec OF_OWNERS = on(OWNERS, CREATE_TIME, NAME);

    public IndexSpec {
        fields = List.copyOf(fields);
        if (fields.isEmpty()) {
            throw new IllegalArgumentException(
                    "index '%s' has no fields: expected at least one".formatted(name));
        }
    }

    public static IndexSpec on(String... fields) {
        return new IndexSpec(String.join("_", fields), List.of(fields), false);
    }

    public static IndexSpec unique(String... fields) {
        return new IndexSpec(String.join("_", fields), List.of(fields), true);
    }

    IndexModel toModel() {
        Stream<String> prefix = unique ? Stream.of(TENANT, LANE) : Stream.of(TENANT);
        Document keys = new Document();
        Stream.concat(prefix, fields.stream())
                .forEach(
                        field -> {
                            if (field.startsWith("-")) {
                                keys.append(field.substring(1), -1);
                            } else {
                                keys.append(field, 1);
                            }
                        });
        return new IndexModel(keys, new IndexOptions().name(name).unique(unique));
    }
}
