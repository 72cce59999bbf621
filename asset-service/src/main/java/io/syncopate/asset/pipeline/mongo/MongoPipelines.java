package io.syncopate.asset.pipeline.mongo;

import com.mongodb.client.MongoDatabase;

import io.syncopate.asset.pipeline.Pipeline;
import io.syncopate.asset.pipeline.Pipelines;
import io.syncopate.starter.mongo.DocumentMapper;
import io.syncopate.starter.mongo.IndexSpec;
import io.syncopate.starter.mongo.MongoAggregates;

import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.util.List;

/** {@link Pipelines} in the collection {@code pipelines}. */
@Repository
class MongoPipelines extends MongoAggregates<Pipeline> implements Pipelines {

    MongoPipelines(MongoDatabase database, DocumentMapper<Pipeline> mapper, Clock clock) {
        super(database, "pipelines", mapper, clock, List.of(IndexSpec.OF_OWNERS));
    }
}
