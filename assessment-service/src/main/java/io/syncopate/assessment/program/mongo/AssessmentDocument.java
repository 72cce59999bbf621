package io.syncopate.assessment.program.mongo;

import io.syncopate.assessment.program.Assessment;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.starter.mongo.DocumentMapper;

import org.bson.Document;

final class AssessmentDocument implements DocumentMapper<Assessment> {

    @Override
    public String kind() {
        return "assessment";
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Document write(Assessment assessment) {
        return new Document("program", assessment.program())
                .append("programEtag", assessment.programEtag())
                .append("brief", BriefDocument.write(assessment.brief()))
                .append("answer", AnswerDocument.write(assessment.answer()));
    }

    @Override
    public Assessment read(Document from) {
        return new Assessment(
                from.getString("program"),
                from.getString("programEtag"),
                BriefDocument.read(from.get("brief", Document.class)),
                AnswerDocument.read(from.get("answer", Document.class)));
    }

    @Override
    public Document writeEvent(DomainEvent event) {
        return event instanceof Assessment.AssessmentMade(var program, var recommended)
                ? new Document("program", program).append("recommended", recommended.name())
                : new Document();
    }
}
