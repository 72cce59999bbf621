package io.syncopate.gateway.people.mongo;

import io.syncopate.gateway.people.Person;
import io.syncopate.starter.mongo.DocumentMapper;

import org.bson.Document;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A person as a document. */
final class PersonDocuments implements DocumentMapper<Person> {

    @Override
    public String kind() {
        return "person";
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Document write(Person person) {
        var document =
                new Document("displayName", person.displayName())
                        .append("teams", person.teams().stream().sorted().toList())
                        .append("roles", person.roles().stream().sorted().toList());
        person.email().ifPresent(email -> document.append("email", email));
        person.zone().ifPresent(zone -> document.append("zone", zone.getId()));
        return document;
    }

    @Override
    public Person read(Document fields) {
        return new Person(
                fields.getString("displayName"),
                Optional.ofNullable(fields.getString("email")),
                Optional.ofNullable(fields.getString("zone")).map(ZoneId::of),
                Set.copyOf(fields.getList("teams", String.class, List.of())),
                Set.copyOf(fields.getList("roles", String.class, List.of())));
    }

    /** Erasing a person has to leave nothing that tells who it was. */
    @Override
    public Set<String> unrecorded() {
        return Set.of("displayName", "email", "zone");
    }
}
