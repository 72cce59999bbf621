package io.syncopate.assessment.program.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoDatabase;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.brief.BriefFixture;
import io.syncopate.assessment.model.Workflow;
import io.syncopate.assessment.model.cel.CelFixture;
import io.syncopate.assessment.model.yaml.ModelFixture;
import io.syncopate.assessment.program.Assessment;
import io.syncopate.assessment.scoring.Answer;
import io.syncopate.assessment.scoring.AnswerBrief;
import io.syncopate.kernel.Aggregates;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.NotFoundException;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Versioned;
import io.syncopate.testkit.kernel.AggregatesContract;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnStore
class MongoAssessmentsIT extends AggregatesContract<Assessment> {

    private final AnswerBrief answers =
            new AnswerBrief(CelFixture.cel(), ModelFixture.comparison());

    @SuppressWarnings("NullAway.Init")
    private MongoDatabase database;

    private MongoDatabase behind;

    @BeforeEach
    void open(TestStore store) {
        database = store.database();
        behind = store.behindTheAdapter();
    }

    @Override
    protected Aggregates<Assessment> aggregates() {
        return new MongoAssessments(database, clock);
    }

    @Override
    protected Assessment value(int number) {
        var brief = BriefFixture.dataAnalysis().with("audience.size", 10 + number).build();
        return new Assessment("program-" + number % 2, "v" + number, brief, answer(number, brief));
    }

    /** Every third was made before stability was told. */
    private Answer answer(int number, Brief brief) {
        return number % 3 == 2
                ? answers.answer(brief, ModelFixture.shipped())
                : answers.answerWithStability(brief, ModelFixture.shipped());
    }

    @Override
    protected DomainEvent event() {
        return new Assessment.AssessmentMade("program", Workflow.BLENDED);
    }

    @Test
    void listsThoseOfOneProgram() {
        var assessments = new MongoAssessments(database, clock);
        for (int i = 0; i < 4; i++) {
            assessments.add(
                    Callers.command(Callers.ann(), "assess" + i, clock.instant()),
                    "a" + i,
                    value(i),
                    event());
        }

        assertThat(assessments.ofProgram(Callers.ACME, "program-1", PageRequest.first()).items())
                .extracting(Versioned::id)
                .containsExactly("a1", "a3");
        assertThat(assessments.ofProgram(Callers.OTHER, "program-1", PageRequest.first()).items())
                .isEmpty();
    }

    @Test
    void isLoggedAndRefusedByTheNameThatTheContractGivesIt() {
        var assessments = new MongoAssessments(database, clock);
        String key = Assessment.key("p", "x");
        assessments.add(
                Callers.command(Callers.ann(), "create", clock.instant()), key, value(1), event());

        assertThat(behind.getCollection("assessments").find())
                .flatExtracting(stored -> stored.getList("outbox", Document.class))
                .extracting(event -> event.getString("aggregate"))
                .containsExactly("programs/p/assessments/x");
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> assessments.get(Callers.ACME, "p/y"))
                .withMessageContaining("programs/p/assessments/y");
    }
}
