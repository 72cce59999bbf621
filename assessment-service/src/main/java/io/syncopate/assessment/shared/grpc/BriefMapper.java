package io.syncopate.assessment.shared.grpc;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;

import io.syncopate.assessment.brief.Activity;
import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.brief.Fact;
import io.syncopate.assessment.brief.Facts;
import io.syncopate.assessment.brief.Value;
import io.syncopate.assessment.brief.Zone;
import io.syncopate.kernel.InvalidException;
import io.syncopate.proto.assessment.v1.Audience;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The contract's brief and the core's: facts along their paths in the catalogue, zones and
 * activities by hand. A zero or empty value of a field without presence is a fact not stated.
 */
public final class BriefMapper {

    private static final Part FACTS =
            Part.of(io.syncopate.proto.assessment.v1.Brief.getDescriptor());

    private BriefMapper() {}

    public static Brief read(io.syncopate.proto.assessment.v1.Brief message) {
        var stated = new TreeMap<Fact, Value>();
        FACTS.read(message, stated);
        return new Brief(
                stated,
                message.getAudience().getZonesList().stream()
                        .map(zone -> new Zone(zone.getZone(), zone.getHeadCount()))
                        .toList(),
                message.getActivitiesList().stream().map(BriefMapper::activity).toList());
    }

    public static io.syncopate.proto.assessment.v1.Brief write(Brief brief) {
        var message = io.syncopate.proto.assessment.v1.Brief.newBuilder();
        brief.stated().forEach((fact, value) -> state(message, path(fact), value));
        for (Zone zone : brief.zones()) {
            message.getAudienceBuilder()
                    .addZones(
                            Audience.ZoneHeadCount.newBuilder()
                                    .setZone(zone.id())
                                    .setHeadCount(zone.people()));
        }
        brief.activities().forEach(activity -> message.addActivities(activity(activity)));
        return message.build();
    }

    /** A message of the contract: where the facts in it stand, and those of the messages in it. */
    private record Part(Map<Fact, FieldDescriptor> facts, Map<FieldDescriptor, Part> parts) {

        static Part of(Descriptor type) {
            var part = empty();
            for (Fact fact : Facts.ALL) {
                part.add(fact, path(fact), type);
            }
            return part;
        }

        private static Part empty() {
            return new Part(new LinkedHashMap<>(), new LinkedHashMap<>());
        }

        private void add(Fact fact, List<String> path, Descriptor type) {
            FieldDescriptor field = field(type, path.getFirst());
            if (path.size() == 1) {
                facts.put(fact, field);
                return;
            }
            parts.computeIfAbsent(field, _ -> empty())
                    .add(fact, path.subList(1, path.size()), field.getMessageType());
        }

        void read(Message message, Map<Fact, Value> stated) {
            facts.forEach(
                    (fact, field) ->
                            stated(message, field, fact)
                                    .ifPresent(value -> stated.put(fact, value)));
            parts.forEach(
                    (field, part) -> {
                        if (message.hasField(field)) {
                            part.read((Message) message.getField(field), stated);
                        }
                    });
        }
    }

    private static Optional<Value> stated(Message message, FieldDescriptor field, Fact fact) {
        if (field.hasPresence() && !message.hasField(field)) {
            return Optional.empty();
        }
        Object value = message.getField(field);
        return switch (fact.kind()) {
            case FLAG -> Optional.of(new Value.Flag((Boolean) value));
            case NUMBER -> Optional.of(new Value.Amount(((Number) value).doubleValue()));
            case CHOICE -> choice(fact, (EnumValueDescriptor) value);
            case TEXT ->
                    ((String) value).isEmpty()
                            ? Optional.empty()
                            : Optional.of(new Value.Text((String) value));
            case TEXTS -> texts((List<?>) value);
        };
    }

    private static Optional<Value> choice(Fact fact, EnumValueDescriptor value) {
        if (value.getNumber() == 0) {
            return Optional.empty();
        }
        if (!fact.values().contains(value.getName())) {
            throw new InvalidException(
                    "brief." + fact.path(),
                    value.getNumber(),
                    "one of %s".formatted(String.join(", ", fact.values())));
        }
        return Optional.of(new Value.Choice(value.getName()));
    }

    private static Optional<Value> texts(List<?> values) {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new Value.Texts(values.stream().map(String::valueOf).toList()));
    }

    private static void state(Message.Builder message, List<String> path, Value value) {
        FieldDescriptor field = field(message.getDescriptorForType(), path.getFirst());
        if (path.size() > 1) {
            state(message.getFieldBuilder(field), path.subList(1, path.size()), value);
            return;
        }
        switch (value) {
            case Value.Flag(boolean flag) -> message.setField(field, flag);
            case Value.Choice(String choice) ->
                    message.setField(field, field.getEnumType().findValueByName(choice));
            case Value.Amount(double number) ->
                    message.setField(
                            field,
                            field.getJavaType() == FieldDescriptor.JavaType.INT
                                    ? (Object) (int) number
                                    : (Object) number);
            case Value.Text(String text) -> message.setField(field, text);
            case Value.Texts(List<String> texts) ->
                    texts.forEach(text -> message.addRepeatedField(field, text));
        }
    }

    private static Activity activity(io.syncopate.proto.assessment.v1.Activity message) {
        return new Activity(
                message.getKey(),
                message.getText(),
                constant(message.getMode(), Activity.Mode.values()),
                constant(message.getInteraction(), Activity.Interaction.values()),
                message.getContentRef(),
                message.hasMinutes() ? OptionalInt.of(message.getMinutes()) : OptionalInt.empty(),
                constant(message.getAttendance(), Activity.Attendance.values()),
                message.hasRepeat() ? message.getRepeat().getCount() : 1,
                message.getBuildsOnList());
    }

    private static io.syncopate.proto.assessment.v1.Activity activity(Activity activity) {
        var message =
                io.syncopate.proto.assessment.v1.Activity.newBuilder()
                        .setKey(activity.key())
                        .setText(activity.text())
                        .setContentRef(activity.contentRef())
                        .addAllBuildsOn(activity.buildsOn());
        activity.mode().map(BriefMapper::mode).ifPresent(message::setMode);
        activity.interaction()
                .map(
                        each ->
                                io.syncopate.proto.assessment.v1.Activity.Interaction.valueOf(
                                        each.name()))
                .ifPresent(message::setInteraction);
        activity.attendance().map(BriefMapper::attendance).ifPresent(message::setAttendance);
        activity.minutes().ifPresent(message::setMinutes);
        if (activity.repeat() > 1) {
            message.getRepeatBuilder().setCount(activity.repeat());
        }
        return message.build();
    }

    static io.syncopate.proto.assessment.v1.Activity.Mode mode(Activity.Mode mode) {
        return io.syncopate.proto.assessment.v1.Activity.Mode.valueOf(mode.name());
    }

    public static io.syncopate.proto.assessment.v1.Activity.Attendance attendance(
            Activity.Attendance attendance) {
        return io.syncopate.proto.assessment.v1.Activity.Attendance.valueOf(attendance.name());
    }

    /** The value of the same name; the contract's zero has none. */
    private static <E extends Enum<E>> Optional<E> constant(Enum<?> message, E[] values) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(message.name()))
                .findFirst();
    }

    private static List<String> path(Fact fact) {
        return Arrays.asList(fact.path().split("\\."));
    }

    private static FieldDescriptor field(Descriptor type, String name) {
        FieldDescriptor field = type.findFieldByName(name);
        if (field == null) {
            throw new IllegalStateException("%s has no field %s".formatted(type.getName(), name));
        }
        return field;
    }
}
