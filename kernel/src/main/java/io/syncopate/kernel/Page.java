package io.syncopate.kernel;

import java.util.List;
import java.util.function.Function;

/** A part of a list; the next token is empty on the last one. */
public record Page<T>(List<T> items, String nextToken) {

    public Page {
        items = List.copyOf(items);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> mapper) {
        return new Page<>(items.stream().<R>map(mapper).toList(), nextToken);
    }
}
