package io.syncopate.assessment.model.yaml;

import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.model.DecisionModels;
import io.syncopate.assessment.model.WorkflowComparison;
import io.syncopate.assessment.model.cel.CelFixture;

/** The shipped models, for the tests of other packages. */
public final class ModelFixture {

    private static final DecisionModels MODELS =
            new ShippedModels().decisionModels(CelFixture.cel());

    private ModelFixture() {}

    public static DecisionModels models() {
        return MODELS;
    }

    public static DecisionModel shipped() {
        return MODELS.standard();
    }

    public static WorkflowComparison comparison() {
        return new ShippedModels().workflowComparison();
    }

    /** A comparison from text in the shipped one's form. */
    static WorkflowComparison readComparison(String yaml) {
        return ModelReader.comparison(yaml);
    }

    /** A model from text in the shipped models' form. */
    public static DecisionModel read(String yaml) {
        return new ModelReader(CelFixture.cel()).model(yaml, "hash");
    }
}
