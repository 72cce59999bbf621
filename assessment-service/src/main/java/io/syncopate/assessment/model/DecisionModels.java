package io.syncopate.assessment.model;

import java.util.List;
import java.util.Optional;

/** The models that come with the service. They never change: another version is another one. */
public interface DecisionModels {

    /** The one that scores when nobody names another. */
    DecisionModel standard();

    /** Current versions, the standard one first. */
    List<DecisionModel> all();

    /** A version that the service still carries. */
    Optional<DecisionModel> find(String id, int version);

    /** The current version. */
    default Optional<DecisionModel> find(String id) {
        return all().stream().filter(model -> model.id().equals(id)).findFirst();
    }
}
