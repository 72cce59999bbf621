package io.syncopate.assessment.model.yaml;

import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.model.DecisionModels;
import io.syncopate.assessment.model.WorkflowComparison;
import io.syncopate.assessment.model.cel.CelFixture;

import java.util.List;
import java.util.Optional;

/** The shipped models, for the tests of other packages. */
public final class ModelFixture {

    private static final DecisionModels MODELS =
            new ShippedModels().decisionModels(CelFixture.cel());

    /** What a test puts in place of the shipped model, on its own thread. */
    private static final ThreadLocal<Optional<DecisionModel>> OTHER =
            ThreadLocal.withInitial(Optional::empty);

    private ModelFixture() {}

    /** Asked anew each time, so that one server can be asked with another model. */
    public static DecisionModels models() {
        return new DecisionModels() {
            @Override
            public DecisionModel standard() {
                return shipped();
            }

            @Override
            public List<DecisionModel> all() {
                return List.of(shipped());
            }

            @Override
            public Optional<DecisionModel> find(String id, int version) {
                return Optional.of(shipped())
                        .filter(model -> model.id().equals(id) && model.version() == version);
            }
        };
    }

    public static DecisionModel shipped() {
        return OTHER.get().orElseGet(MODELS::standard);
    }

    /** Runs something that is answered by another model than the shipped one, on this thread. */
    public static void inPlaceOfTheShipped(DecisionModel other, Runnable work) {
        OTHER.set(Optional.of(other));
        try {
            work.run();
        } finally {
            OTHER.remove();
        }
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
