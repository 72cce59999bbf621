package io.syncopate.starter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.Document;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

class ChangeTest {

    @Test
    void namesOnlyWhatDiffers() {
        assertThat(
                        Change.between(
                                Document.parse("{a: 1, b: {c: 2, d: 3}, e: [1], gone: true}"),
                                Document.parse("{a: 1, b: {c: 2, d: 4}, e: [1, 2], new: 'x'}")))
                .containsExactlyInAnyOrder(
                        new Change("b.d", 3, 4),
                        new Change("e", List.of(1), List.of(1, 2)),
                        new Change("new", null, "x"),
                        new Change("gone", true, null));
    }

    @Test
    void leavesWhatItDoesNotKnowAlone() {
        assertThat(
                        Change.between(
                                Document.parse("{a: 1, foreign: 2, b: {foreign: 3, c: 1}}"),
                                Document.parse("{b: {}}"),
                                Document.parse("{a: 1, b: {c: 1}}")))
                .containsExactlyInAnyOrder(new Change("a", 1, null), new Change("b.c", 1, null));
    }

    @Test
    void replacesAsAWholeWhatCannotBeAddressed() {
        Document before = new Document("map", new Document("a.b", 1).append("c", 1));
        Document after = new Document("map", new Document("a.b", 1).append("c", 2));
        assertThat(Change.between(before, after))
                .containsExactly(new Change("map", before.get("map"), after.get("map")));
    }

    @Test
    void namesWhatIsNotRecordedWithoutItsValues() {
        Unrecorded unrecorded = new Unrecorded(Set.of("email", "contacts.phone"));
        assertThat(
                        Change.between(
                                        Document.parse(
                                                "{email: 'ann@acme', contacts: {phone: 1, desk:"
                                                        + " 2}}"),
                                        Document.parse(
                                                "{email: 'bob@acme', contacts: {phone: 3, desk:"
                                                        + " 4}}"))
                                .stream()
                                .map(change -> change.toDocument(unrecorded)))
                .containsExactlyInAnyOrder(
                        Document.parse("{field: 'email', withheld: true}"),
                        Document.parse("{field: 'contacts.phone', withheld: true}"),
                        Document.parse("{field: 'contacts.desk', before: 2, after: 4}"));
    }

    @Test
    void takesWhatIsNotRecordedOutOfWhatIsRecordedAsAWhole() {
        Unrecorded unrecorded = new Unrecorded(Set.of("contacts.phone", "people.email"));
        assertThat(
                        Change.between(
                                        new Document(),
                                        Document.parse(
                                                "{contacts: {phone: 1, desk: 2}, people: [{email:"
                                                        + " 'a', age: 3}]}"))
                                .stream()
                                .map(change -> change.toDocument(unrecorded)))
                .containsExactlyInAnyOrder(
                        Document.parse("{field: 'contacts', after: {desk: 2}}"),
                        Document.parse("{field: 'people', after: [{age: 3}]}"));
    }
}
