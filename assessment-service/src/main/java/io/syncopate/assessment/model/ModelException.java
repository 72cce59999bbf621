package io.syncopate.assessment.model;

import io.syncopate.kernel.RefusedException;

import java.util.List;
import java.util.Map;

/** Why something cannot be done with a model. The reasons are part of the contract. */
public abstract sealed class ModelException extends RefusedException {

    private static final long serialVersionUID = 1;

    private ModelException(Kind kind, String reason, String model, String why) {
        super(
                kind,
                reason,
                "'decisionModels/%s' %s".formatted(model, why),
                Map.of(RESOURCE_TYPE, "decisionModel", RESOURCE_NAME, "decisionModels/" + model),
                List.of());
    }

    static final class OfPlatform extends ModelException {
        private static final long serialVersionUID = 1;

        OfPlatform(String model) {
            super(
                    Kind.FAILED_PRECONDITION,
                    "DECISION_MODEL_OF_PLATFORM",
                    model,
                    "comes with the platform: expected a model of your own, such as a copy of it");
        }
    }

    static final class Deleted extends ModelException {
        private static final long serialVersionUID = 1;

        Deleted(String model) {
            super(
                    Kind.FAILED_PRECONDITION,
                    "DECISION_MODEL_DELETED",
                    model,
                    "is deleted: undelete it, or name one of its versions to have an answer again");
        }
    }

    static final class LimitReached extends ModelException {
        private static final long serialVersionUID = 1;

        LimitReached(String model, String what) {
            super(Kind.FAILED_PRECONDITION, "DECISION_MODEL_LIMIT_REACHED", model, what);
        }
    }

    static final class IsDefault extends ModelException {
        private static final long serialVersionUID = 1;

        IsDefault(String model) {
            super(
                    Kind.FAILED_PRECONDITION,
                    "DEFAULT_DECISION_MODEL",
                    model,
                    "is the default: make another one the default first");
        }
    }

    static final class DefaultOfAll extends ModelException {
        private static final long serialVersionUID = 1;

        DefaultOfAll(String model) {
            super(
                    Kind.PERMISSION_DENIED,
                    "DEFAULT_DECISION_MODEL_OF_ALL",
                    model,
                    "would be everybody's default: expected a right over the tenant");
        }
    }
}
