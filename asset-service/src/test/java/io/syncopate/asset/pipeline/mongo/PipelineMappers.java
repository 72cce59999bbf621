package io.syncopate.asset.pipeline.mongo;

import io.syncopate.asset.pipeline.Pipeline;
import io.syncopate.starter.mongo.DocumentMapper;

/** Lends the mapper to the tests of those who keep a pipeline within a document of their own. */
public final class PipelineMappers {

    private PipelineMappers() {}

    public static DocumentMapper<Pipeline> mapper() {
        return new PipelineMapper();
    }
}
