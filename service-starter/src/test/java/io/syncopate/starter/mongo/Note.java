package io.syncopate.starter.mongo;

import io.syncopate.kernel.DomainEvent;

import org.bson.Document;

import java.util.List;
import java.util.Optional;

/** An aggregate to test with: flat, nested, repeated and absent values. */
record Note(String text, int stars, List<String> tags, Optional<String> place, Author author) {

    record Author(String name, int age) {}

    sealed interface Event extends DomainEvent {
        record NoteWritten(String text) implements Event {}

        record NoteTorn() implements Event {}
    }

    static Note numbered(int number) {
        return new Note(
                "text " + number,
                number,
                List.of("t" + number, "all"),
                number % 2 == 0 ? Optional.of("place") : Optional.empty(),
                new Author("Ann", 30 + number));
    }

    Note withStars(int count) {
        return new Note(text, count, tags, place, author);
    }

    /** Schema version 2 knows of stars; version 1 did not. */
    static final class Mapper implements DocumentMapper<Note> {
        private final int schemaVersion;

        Mapper(int schemaVersion) {
            this.schemaVersion = schemaVersion;
        }

        @Override
        public String kind() {
            return "note";
        }

        @Override
        public int schemaVersion() {
            return schemaVersion;
        }

        @Override
        public Document write(Note note) {
            Document document =
                    new Document("text", note.text())
                            .append("tags", note.tags())
                            .append(
                                    "author",
                                    new Document("name", note.author().name())
                                            .append("age", note.author().age()));
            if (schemaVersion >= 2) {
                document.append("stars", note.stars());
            }
            note.place().ifPresent(place -> document.append("place", place));
            return document;
        }

        @Override
        public Note read(Document fields) {
            Document author = fields.get("author", Document.class);
            return new Note(
                    fields.getString("text"),
                    fields.getInteger("stars", 0),
                    fields.getList("tags", String.class),
                    Optional.ofNullable(fields.getString("place")),
                    new Author(author.getString("name"), author.getInteger("age")));
        }

        @Override
        public Document writeEvent(DomainEvent event) {
            return switch ((Event) event) {
                case Event.NoteWritten written -> new Document("text", written.text());
                case Event.NoteTorn torn -> new Document();
            };
        }
    }
}
