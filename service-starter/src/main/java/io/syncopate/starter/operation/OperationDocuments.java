package io.syncopate.starter.operation;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.rpc.Status;

import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.Uid;
import io.syncopate.starter.mongo.DocumentMapper;

import org.bson.Document;
import org.bson.types.Binary;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An operation as a document. */
final class OperationDocuments implements DocumentMapper<OperationState> {

    /** Written by the replica that runs the work, beside the versions. */
    static final String WORK = "work";

    @Override
    public String kind() {
        return "operation";
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Document write(OperationState operation) {
        Document document =
                new Document("kind", operation.kind())
                        .append("input", binary(operation.input()))
                        .append("by", operation.by().value())
                        .append("teams", operation.teams().stream().sorted().toList())
                        .append("cancelling", operation.cancelling());
        operation.outcome().ifPresent(outcome -> document.append("outcome", write(outcome)));
        if (operation.work().fence() == 0) {
            // Free to be taken from its first moment on; later it is never part of a change.
            document.append(WORK, new Document("leasedUntil", new Date(0)));
        }
        return document;
    }

    @Override
    public OperationState read(Document fields) {
        return new OperationState(
                fields.getString("kind"),
                any(fields.get("input", Binary.class)),
                new Uid(fields.getString("by")),
                Set.copyOf(fields.getList("teams", String.class, List.of())),
                fields.getBoolean("cancelling", false),
                work(fields.get(WORK, new Document())),
                Optional.ofNullable(fields.get("outcome", Document.class))
                        .map(OperationDocuments::outcome));
    }

    @Override
    public Document writeEvent(DomainEvent event) {
        return new Document();
    }

    /** Inputs and results may hold anything. */
    @Override
    public Set<String> unrecorded() {
        return Set.of("input", "outcome.response", "outcome.error", WORK);
    }

    static Binary binary(MessageLite message) {
        return new Binary(message.toByteArray());
    }

    private static Document write(OperationState.Outcome outcome) {
        Document document =
                switch (outcome) {
                    case OperationState.Outcome.Succeeded succeeded ->
                            new Document("kind", "succeeded")
                                    .append("response", binary(succeeded.response()));
                    case OperationState.Outcome.Failed failed ->
                            new Document("kind", "failed").append("error", binary(failed.error()));
                };
        return document.append("endTime", Date.from(outcome.endTime()))
                .append("expireTime", Date.from(outcome.expireTime()));
    }

    private static OperationState.Outcome outcome(Document stored) {
        var endTime = stored.getDate("endTime").toInstant();
        var expireTime = stored.getDate("expireTime").toInstant();
        return switch (stored.getString("kind")) {
            case "succeeded" ->
                    new OperationState.Outcome.Succeeded(
                            any(stored.get("response", Binary.class)), endTime, expireTime);
            case "failed" ->
                    new OperationState.Outcome.Failed(
                            status(stored.get("error", Binary.class)), endTime, expireTime);
            case String unknown ->
                    throw new IllegalStateException("an operation that ended as " + unknown);
        };
    }

    private static OperationState.Work work(Document stored) {
        return new OperationState.Work(
                count(stored, "fence"),
                stored.getInteger("attempts", 0),
                count(stored, "done"),
                count(stored, "failed"),
                count(stored, "total"),
                stored.get("unit", ""),
                Optional.ofNullable(stored.get("checkpoint", Binary.class))
                        .map(OperationDocuments::any));
    }

    private static long count(Document stored, String field) {
        return stored.get(field) instanceof Number number ? number.longValue() : 0;
    }

    private static Any any(Binary bytes) {
        try {
            return Any.parseFrom(bytes.getData());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("an operation's message cannot be read", e);
        }
    }

    private static Status status(Binary bytes) {
        try {
            return Status.parseFrom(bytes.getData());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("an operation's error cannot be read", e);
        }
    }
}
