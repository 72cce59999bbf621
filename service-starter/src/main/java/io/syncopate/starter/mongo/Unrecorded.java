package io.syncopate.starter.mongo;

import org.bson.Document;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** The fields of an aggregate whose values never get into the event log, as dotted paths. */
record Unrecorded(Set<String> paths) {

    Unrecorded {
        paths = Set.copyOf(paths);
    }

    boolean covers(String field) {
        return paths.stream().anyMatch(path -> field.equals(path) || field.startsWith(path + "."));
    }

    /** The value of a field that is recorded, without what is not recorded inside of it. */
    Object without(String field, Object value) {
        boolean affected = paths.stream().anyMatch(path -> path.startsWith(field + "."));
        return affected ? stripped(field, value) : value;
    }

    /** The elements of a list have the path of the list. */
    private Object stripped(String field, Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Document kept = new Document();
                map.forEach(
                        (key, inner) -> {
                            String path = field + "." + key;
                            if (!covers(path)) {
                                kept.append(
                                        String.valueOf(key),
                                        inner == null ? null : without(path, inner));
                            }
                        });
                yield kept;
            }
            case Collection<?> list -> list.stream().map(each -> stripped(field, each)).toList();
            default -> value;
        };
    }
}
