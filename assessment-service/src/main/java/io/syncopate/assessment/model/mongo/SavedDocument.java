package io.syncopate.assessment.model.mongo;

import io.syncopate.assessment.model.SavedModel;
import io.syncopate.kernel.Uid;

import org.bson.Document;

import java.util.Date;

/** One save of a model, as fields of a document. */
final class SavedDocument {

    static final String MODEL = "model";
    static final String VERSION = "version";

    private SavedDocument() {}

    static Document write(SavedModel saved) {
        return new Document(MODEL, saved.model())
                .append(VERSION, saved.version())
                .append("text", TextDocument.write(saved.text()))
                .append("savedBy", saved.savedBy().value())
                .append("savedAt", Date.from(saved.savedAt()));
    }

    static SavedModel read(Document from) {
        return new SavedModel(
                from.getString(MODEL),
                from.getInteger(VERSION),
                TextDocument.read(from.get("text", Document.class)),
                new Uid(from.getString("savedBy")),
                from.getDate("savedAt").toInstant());
    }
}
