package io.syncopate.assessment.model.yaml;

import io.syncopate.assessment.model.ModelRefusedException;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A mapping in a YAML file; every refusal names its place. */
record YamlNode(String place, Map<?, ?> entries) {

    static YamlNode of(String place, @Nullable Object value) {
        if (value instanceof Map<?, ?> entries) {
            return new YamlNode(place, entries);
        }
        throw new ModelRefusedException(place, "%s: expected a mapping".formatted(value));
    }

    /** Refuses keys that mean nothing here, so that a misspelt one is not silently ignored. */
    YamlNode allowing(String... keys) {
        var unknown = new LinkedHashSet<Object>(entries.keySet());
        Set.of(keys).forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new ModelRefusedException(
                    place, "unknown %s; expected %s".formatted(unknown, String.join(", ", keys)));
        }
        return this;
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    YamlNode node(String key) {
        return of(place + "." + key, entries.get(key));
    }

    List<YamlNode> nodes(String key) {
        List<?> items = list(key);
        return IntStream.range(0, items.size())
                .mapToObj(i -> of("%s.%s[%d]".formatted(place, key, i), items.get(i)))
                .map(YamlNode::namedById)
                .toList();
    }

    String text(String key) {
        Object value = entries.get(key);
        if (value instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        throw new ModelRefusedException(place + "." + key, "%s: expected a text".formatted(value));
    }

    Optional<String> optionalText(String key) {
        return has(key) ? Optional.of(text(key)) : Optional.empty();
    }

    int whole(String key) {
        if (entries.get(key) instanceof Integer number) {
            return number;
        }
        throw new ModelRefusedException(
                place + "." + key, "%s: expected a whole number".formatted(entries.get(key)));
    }

    boolean flag(String key) {
        if (entries.get(key) instanceof Boolean flag) {
            return flag;
        }
        throw new ModelRefusedException(
                place + "." + key, "%s: expected true or false".formatted(entries.get(key)));
    }

    List<String> texts(String key) {
        return list(key).stream().map(String::valueOf).toList();
    }

    <E extends Enum<E>> E constant(String key, Class<E> type) {
        return constant(place + "." + key, text(key), type);
    }

    <E extends Enum<E>> Set<E> constants(String key, Class<E> type) {
        return Set.copyOf(constantsInOrder(key, type));
    }

    <E extends Enum<E>> List<E> constantsInOrder(String key, Class<E> type) {
        return texts(key).stream().map(text -> constant(place + "." + key, text, type)).toList();
    }

    private static <E extends Enum<E>> E constant(String place, String text, Class<E> type) {
        try {
            return Enum.valueOf(type, text);
        } catch (IllegalArgumentException e) {
            throw new ModelRefusedException(
                    place,
                    "'%s': expected one of %s".formatted(text, List.of(type.getEnumConstants())));
        }
    }

    private List<?> list(String key) {
        if (!has(key)) {
            return List.of();
        }
        if (entries.get(key) instanceof List<?> items) {
            return items;
        }
        throw new ModelRefusedException(
                place + "." + key, "%s: expected a list".formatted(entries.get(key)));
    }

    private YamlNode namedById() {
        return entries.get("id") instanceof String id ? new YamlNode(id, entries) : this;
    }
}
