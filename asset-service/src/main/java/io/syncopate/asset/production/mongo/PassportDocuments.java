package io.syncopate.asset.production.mongo;

import io.syncopate.asset.production.Approval;
import io.syncopate.asset.production.Claim;
import io.syncopate.asset.production.ClaimLog;
import io.syncopate.asset.production.ContextNote;
import io.syncopate.asset.production.FileVersion;
import io.syncopate.asset.production.HistoryEntry;
import io.syncopate.asset.production.Passport;
import io.syncopate.kernel.Uid;

import org.bson.Document;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What only grows is written as fields by number, not as a list: so a change adds one field, instead
 * of writing the whole list again, into the document and into the log.
 */
final class PassportDocuments {

    static final String APPROVAL = "approval";

    private PassportDocuments() {}

    static void write(Passport passport, Document document) {
        document.append("creator", passport.creator().value());
        document.append("files", numbered(0, passport.files(), PassportDocuments::write));
        document.append("notes", numbered(0, passport.notes(), PassportDocuments::write));
        document.append("earlierSteps", passport.earlierSteps());
        document.append(
                "history",
                numbered(passport.earlierSteps(), passport.history(), PassportDocuments::write));
        passport.approval()
                .ifPresent(
                        approval ->
                                document.append(
                                        APPROVAL,
                                        new Document("version", approval.version())
                                                .append("by", approval.by().value())
                                                .append("at", Date.from(approval.at()))));
    }

    static Passport passport(Document document) {
        return new Passport(
                uid(document, "creator"),
                inOrder(document, "files", PassportDocuments::file),
                inOrder(document, "notes", PassportDocuments::note),
                document.getInteger("earlierSteps", 0),
                inOrder(document, "history", PassportDocuments::entry),
                Optional.ofNullable(document.get(APPROVAL, Document.class))
                        .map(
                                approval ->
                                        new Approval(
                                                approval.getInteger("version"),
                                                uid(approval, "by"),
                                                instant(approval, "at"))));
    }

    static void write(ClaimLog claims, Document document) {
        Document byFence = new Document();
        claims.claims().forEach(claim -> byFence.append(number(claim.fence()), write(claim)));
        document.append("claims", byFence);
    }

    static ClaimLog claims(Document document) {
        return new ClaimLog(inOrder(document, "claims", PassportDocuments::claim));
    }

    static Instant instant(Document document, String field) {
        return document.getDate(field).toInstant();
    }

    private static Document write(FileVersion file) {
        return new Document("number", file.number())
                .append("fileName", file.fileName())
                .append("uri", file.uri())
                .append("stage", file.stage())
                .append("by", file.by().value())
                .append("at", Date.from(file.at()));
    }

    private static FileVersion file(Document document) {
        return new FileVersion(
                document.getInteger("number"),
                document.getString("fileName"),
                document.getString("uri"),
                document.getString("stage"),
                uid(document, "by"),
                instant(document, "at"));
    }

    private static Document write(ContextNote note) {
        return new Document("text", note.text())
                .append("stage", note.stage())
                .append("by", note.by().value())
                .append("at", Date.from(note.at()));
    }

    private static ContextNote note(Document document) {
        return new ContextNote(
                document.getString("text"),
                document.getString("stage"),
                uid(document, "by"),
                instant(document, "at"));
    }

    private static Document write(HistoryEntry entry) {
        Document document =
                new Document("kind", entry.kind().name())
                        .append("by", entry.by().value())
                        .append("at", Date.from(entry.at()))
                        .append("comment", entry.comment())
                        .append("contextMissing", entry.contextMissing());
        entry.from().ifPresent(stage -> document.append("from", stage));
        entry.to().ifPresent(stage -> document.append("to", stage));
        return document;
    }

    private static HistoryEntry entry(Document document) {
        return new HistoryEntry(
                HistoryEntry.Kind.valueOf(document.getString("kind")),
                Optional.ofNullable(document.getString("from")),
                Optional.ofNullable(document.getString("to")),
                uid(document, "by"),
                instant(document, "at"),
                document.getString("comment"),
                document.getBoolean("contextMissing", false));
    }

    private static Document write(Claim claim) {
        return new Document("id", claim.id())
                .append("queue", claim.queue())
                .append("holder", claim.holder().value())
                .append("fence", claim.fence())
                .append("granted", Date.from(claim.granted()))
                .append("lease", claim.lease().toMillis())
                .append("expires", Date.from(claim.expires()))
                .append("state", claim.state().name())
                .append("version", claim.version())
                .append("changed", Date.from(claim.changed()));
    }

    private static Claim claim(Document document) {
        return new Claim(
                document.getString("id"),
                document.getString("queue"),
                uid(document, "holder"),
                document.getLong("fence"),
                instant(document, "granted"),
                Duration.ofMillis(document.getLong("lease")),
                instant(document, "expires"),
                Claim.State.valueOf(document.getString("state")),
                document.getInteger("version"),
                instant(document, "changed"));
    }

    private static <T> Document numbered(int before, List<T> values, Function<T, Document> write) {
        Document document = new Document();
        for (T value : values) {
            document.append(number(before + document.size() + 1L), write.apply(value));
        }
        return document;
    }

    /** A letter first, so that no store takes it for a place in a list; sorts as the number does. */
    private static String number(long number) {
        return "n%06d".formatted(number);
    }

    private static <T> List<T> inOrder(
            Document document, String field, Function<Document, T> read) {
        Document numbered = document.get(field, new Document());
        return numbered.keySet().stream()
                .sorted()
                .map(number -> read.apply(numbered.get(number, Document.class)))
                .toList();
    }

    private static Uid uid(Document document, String field) {
        return new Uid(document.getString(field));
    }
}
