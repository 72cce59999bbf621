package io.syncopate.store;

import de.bwaldvogel.mongo.bson.Document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Commands with several statements in them, as MongoDB answers them where the implementation below does not. */
final class Batches {

    private Batches() {}

    static Document run(String command, Document query, UnaryOperator<Document> runner) {
        if (command.equals("insert")) {
            return counted(query, runner.apply(query));
        }
        boolean stopsAtAnError = !Boolean.FALSE.equals(query.get("ordered"));
        return command.equals("update") && stopsAtAnError && list(query, "updates").size() > 1
                ? inOrder(query, runner)
                : runner.apply(query);
    }

    /** The number of documents that were inserted, not of those that were sent. */
    private static Document counted(Document query, Document reply) {
        List<Document> errors = list(reply, "writeErrors");
        if (!errors.isEmpty()) {
            boolean ordered = Boolean.TRUE.equals(query.get("ordered"));
            int sent = list(query, "documents").size();
            reply.put("n", ordered ? number(errors.getFirst(), "index") : sent - errors.size());
        }
        return reply;
    }

    /** One update after the other, up to the first that fails. */
    private static Document inOrder(Document query, UnaryOperator<Document> runner) {
        int matched = 0;
        int modified = 0;
        List<Document> upserted = new ArrayList<>();
        List<Document> errors = new ArrayList<>();
        List<Document> updates = list(query, "updates");
        for (int i = 0; i < updates.size() && errors.isEmpty(); i++) {
            Document single = new Document(query);
            single.put("updates", List.of(updates.get(i)));
            Document reply = runner.apply(single);
            matched += number(reply, "n");
            modified += number(reply, "nModified");
            upserted.addAll(at(i, list(reply, "upserted")));
            errors.addAll(at(i, list(reply, "writeErrors")));
        }
        Document reply = new Document("n", matched).append("nModified", modified);
        if (!upserted.isEmpty()) {
            reply.append("upserted", upserted);
        }
        if (!errors.isEmpty()) {
            reply.append("writeErrors", errors);
        }
        return reply.append("ok", 1.0);
    }

    private static List<Document> at(int index, List<Document> entries) {
        entries.forEach(entry -> entry.put("index", index));
        return entries;
    }

    private static List<Document> list(Document document, String field) {
        List<Document> list = new ArrayList<>();
        if (document.get(field) instanceof Iterable<?> entries) {
            entries.forEach(entry -> list.add((Document) entry));
        }
        return list;
    }

    private static int number(Document document, String field) {
        return document.get(field) instanceof Number number ? number.intValue() : 0;
    }
}
