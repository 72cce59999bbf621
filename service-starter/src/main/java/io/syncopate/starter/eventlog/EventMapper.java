package io.syncopate.starter.eventlog;

import static io.syncopate.starter.mongo.AggregateFields.*;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import com.google.protobuf.Value;

import io.syncopate.proto.api.v1.Event;
import io.syncopate.starter.ServiceName;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** An entry of the log as the feed's contract tells it. */
final class EventMapper {

    private static final long EXACT_IN_JSON = 1L << 53;

    private final String source;
    private final String typePrefix;

    EventMapper(String namespace, ServiceName service) {
        this.source = "/" + namespace + "/" + service;
        this.typePrefix = namespace + "." + service + ".v1.";
    }

    Event toEvent(Document entry) {
        Document by = entry.get(BY, new Document());
        String tenant = entry.getString(TENANT);
        String aggregate = entry.getString(AGGREGATE);
        long version = entry.get(VERSION, Number.class).longValue();
        Event.Builder event =
                Event.newBuilder()
                        .setId("%s/%s/v%d".formatted(tenant, aggregate, version))
                        .setSource(source)
                        .setType(typePrefix + entry.getString(TYPE))
                        .setSubject(aggregate)
                        .setTime(timestamp(entry.getDate(AT)))
                        .setTenant(tenant)
                        .setActor(by.get("uid", ""))
                        .setActingService(by.get("service", ""))
                        .setRequestId(entry.get(CALL, ""))
                        .setAggregateVersion(version)
                        .setPartition(entry.getInteger(PARTITION))
                        .setPosition(entry.get(POSITION, Number.class).longValue())
                        .setData(struct(entry.get(DATA, new Document())));
        entry.getList(CHANGES, Document.class, List.of()).stream()
                .map(EventMapper::change)
                .forEach(event::addChanges);
        return event.build();
    }

    private static Event.FieldChange change(Document change) {
        Event.FieldChange.Builder told =
                Event.FieldChange.newBuilder()
                        .setField(change.getString("field"))
                        .setWithheld(change.getBoolean("withheld", false));
        if (change.containsKey("before")) {
            told.setBefore(value(change.get("before")));
        }
        if (change.containsKey("after")) {
            told.setAfter(value(change.get("after")));
        }
        return told.build();
    }

    private static Struct struct(Map<?, ?> fields) {
        Struct.Builder struct = Struct.newBuilder();
        fields.forEach((key, value) -> struct.putFields(String.valueOf(key), value(value)));
        return struct.build();
    }

    private static Value value(@Nullable Object value) {
        Value.Builder told = Value.newBuilder();
        switch (value) {
            case null -> told.setNullValue(NullValue.NULL_VALUE);
            case Boolean truth -> told.setBoolValue(truth);
            case Long number when Math.abs(number) > EXACT_IN_JSON ->
                    told.setStringValue(number.toString());
            case Number number -> told.setNumberValue(number.doubleValue());
            case Date date -> told.setStringValue(date.toInstant().toString());
            case Map<?, ?> map -> told.setStructValue(struct(map));
            case Collection<?> list ->
                    told.setListValue(
                            ListValue.newBuilder()
                                    .addAllValues(list.stream().map(EventMapper::value).toList()));
            default -> told.setStringValue(value.toString());
        }
        return told.build();
    }

    private static Timestamp timestamp(Date date) {
        Instant instant = date.toInstant();
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }
}
