package io.syncopate.starter.mongo;

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

    List<String> allFields() {
        Stream<String> prefix = unique ? Stream.of("tenant", "lane") : Stream.of("tenant");
        return Stream.concat(prefix, fields.stream()).toList();
    }
}
