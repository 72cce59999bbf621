package io.syncopate.assessment.program.mongo;

import org.bson.Document;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/** Reading and writing of fields that may be absent. */
final class Fields {

    private Fields() {}

    static <T> List<Document> list(List<T> items, Function<T, Document> write) {
        return items.stream().map(write).toList();
    }

    static <T> List<T> list(Document from, String field, Function<Document, T> read) {
        return from.getList(field, Document.class, List.of()).stream().map(read).toList();
    }

    static List<String> texts(Document from, String field) {
        return from.getList(field, String.class, List.of());
    }

    static void put(Document into, String field, Optional<?> value) {
        value.ifPresent(
                present ->
                        into.append(
                                field, present instanceof Enum<?> each ? each.name() : present));
    }

    static void put(Document into, String field, OptionalDouble value) {
        value.ifPresent(present -> into.append(field, present));
    }

    static <E extends Enum<E>> Optional<E> constant(Document from, String field, Class<E> type) {
        return Optional.ofNullable(from.getString(field)).map(name -> Enum.valueOf(type, name));
    }

    static <E extends Enum<E>> E required(Document from, String field, Class<E> type) {
        return constant(from, field, type)
                .orElseThrow(() -> new IllegalStateException("a document without " + field));
    }

    static OptionalDouble decimal(Document from, String field) {
        return from.get(field) instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    static OptionalInt whole(Document from, String field) {
        return from.get(field) instanceof Number number
                ? OptionalInt.of(number.intValue())
                : OptionalInt.empty();
    }

    static Date date(Instant instant) {
        return Date.from(instant);
    }

    static Instant instant(Document from, String field) {
        return from.getDate(field).toInstant();
    }
}
