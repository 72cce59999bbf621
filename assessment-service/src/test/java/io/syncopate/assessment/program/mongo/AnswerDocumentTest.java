package io.syncopate.assessment.program.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.assessment.brief.BriefFixture;
import io.syncopate.assessment.model.cel.CelFixture;
import io.syncopate.assessment.model.yaml.ModelFixture;
import io.syncopate.assessment.scoring.Answer;
import io.syncopate.assessment.scoring.AnswerBrief;
import io.syncopate.assessment.scoring.JourneyItem;

import org.bson.Document;
import org.junit.jupiter.api.Test;

import java.util.Optional;

class AnswerDocumentTest {

    private final Answer answer =
            new AnswerBrief(CelFixture.cel(), ModelFixture.comparison())
                    .answer(BriefFixture.dataAnalysis().build(), ModelFixture.shipped());

    @Test
    void keepsHowAJourneyLiesInTime() {
        Answer read = AnswerDocument.read(AnswerDocument.write(answer));

        assertThat(read.way()).isEqualTo(answer.way());
        assertThat(read.way().load()).isNotEmpty();
        assertThat(read.journey().get(1).layout().orElseThrow().breaks()).isNotEmpty();
        assertThat(read.journey().get(1).layout().orElseThrow().groups()).isPresent();
    }

    @Test
    void readsWhatWasMadeBeforeThatWasTold() {
        Document stored = AnswerDocument.write(answer);
        stored.remove("load");
        stored.getList("journey", Document.class).forEach(item -> item.remove("layout"));

        Answer read = AnswerDocument.read(stored);

        assertThat(read.way().load()).isEmpty();
        assertThat(read.journey())
                .hasSize(3)
                .extracting(JourneyItem::layout)
                .containsOnly(Optional.empty());
        assertThat(AnswerDocument.write(read)).isEqualTo(stored);
    }
}
