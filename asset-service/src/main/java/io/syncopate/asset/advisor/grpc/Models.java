package io.syncopate.asset.advisor.grpc;

import io.syncopate.asset.advisor.ProductionModel;
import io.syncopate.proto.asset.v1.ProductionGuidance;
import io.syncopate.proto.asset.v1.ProductionModel.Value;

import java.util.Optional;

/** Models and guidance, which both messages of this feature hold. */
final class Models {

    /** L-094: advice says how old it is. */
    static final ProductionGuidance GUIDANCE =
            ProductionGuidance.newBuilder()
                    .setAsOf("2026-05")
                    .setNotice(
                            "Widely shared practice as of May 2026. Verify what matters against"
                                    + " current official guidance where it applies, and adapt the"
                                    + " model to the team, not the team to the model.")
                    .build();

    private Models() {}

    static Value write(ProductionModel model) {
        return switch (model) {
            case A -> Value.A;
            case B -> Value.B;
            case C -> Value.C;
        };
    }

    static Value write(Optional<ProductionModel> model) {
        return model.map(Models::write).orElse(Value.VALUE_UNSPECIFIED);
    }

    static Optional<ProductionModel> read(Value value) {
        return Stated.of(value, Value.VALUE_UNSPECIFIED, ProductionModel.class);
    }
}
