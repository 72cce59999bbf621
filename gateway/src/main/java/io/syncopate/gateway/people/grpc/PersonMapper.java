package io.syncopate.gateway.people.grpc;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;

import io.syncopate.gateway.people.Person;
import io.syncopate.kernel.Versioned;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Between the contract's person and ours. */
final class PersonMapper {

    private static final String PREFIX = "people/";

    private PersonMapper() {}

    static String id(String name) {
        return name.substring(PREFIX.length());
    }

    static String name(String id) {
        return PREFIX + id;
    }

    static Person read(io.syncopate.proto.gateway.v1.Person person) {
        return new Person(
                person.getDisplayName(),
                Optional.of(person.getEmail()).filter(email -> !email.isEmpty()),
                Optional.of(person.getZone()).filter(zone -> !zone.isEmpty()).map(Person::zone),
                Set.copyOf(person.getTeamsList()),
                Set.copyOf(person.getRolesList()));
    }

    static io.syncopate.proto.gateway.v1.Person write(Versioned<Person> stored) {
        Person person = stored.value();
        return io.syncopate.proto.gateway.v1.Person.newBuilder()
                .setName(name(stored.id()))
                .setDisplayName(person.displayName())
                .setEmail(person.email().orElse(""))
                .setZone(person.zone().map(zone -> zone.getId()).orElse(""))
                .addAllTeams(person.teams().stream().sorted().toList())
                .addAllRoles(person.roles().stream().sorted().toList())
                .setEtag(stored.etag())
                .setCreateTime(time(stored.createTime()))
                .setUpdateTime(time(stored.updateTime()))
                .build();
    }

    /** The stored person with what the request changes; without a mask, every field that is set. */
    static Person merge(
            Person stored, io.syncopate.proto.gateway.v1.Person sent, List<String> mask) {
        var merged =
                write(new Versioned<>("x", "people/x", stored, 1, Instant.EPOCH, Instant.EPOCH))
                        .toBuilder();
        for (var field : sent.getDescriptorForType().getFields()) {
            boolean wanted =
                    switch (field.getName()) {
                        case "display_name", "email", "zone", "teams", "roles" ->
                                mask.isEmpty()
                                        ? sent.getAllFields().containsKey(field)
                                        : mask.contains(field.getName());
                        default -> false;
                    };
            if (wanted) {
                merged.setField(field, sent.getField(field));
            }
        }
        return read(merged.build());
    }

    private static Timestamp time(Instant instant) {
        return Timestamps.fromMillis(instant.toEpochMilli());
    }
}
