package io.syncopate.asset.pipeline;

import io.syncopate.kernel.RefusedException;

import java.util.List;
import java.util.Map;

/** Why something cannot be done with a pipeline. */
public abstract sealed class PipelineException extends RefusedException {

    private static final long serialVersionUID = 1;

    private PipelineException(
            Kind kind, String reason, String message, Map<String, String> metadata) {
        super(kind, reason, message, metadata, List.of());
    }

    /** One that comes with the platform is everybody's in the tenant. */
    public static final class PipelineOfAll extends PipelineException {
        private static final long serialVersionUID = 1;

        PipelineOfAll(String id) {
            super(
                    Kind.PERMISSION_DENIED,
                    "PIPELINE_OF_ALL",
                    "'pipelines/%s' is everybody's: expected a right over the tenant".formatted(id),
                    Map.of(RESOURCE_TYPE, "pipeline", RESOURCE_NAME, "pipelines/" + id));
        }
    }
}
