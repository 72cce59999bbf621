package io.syncopate.assessment.program.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoDatabase;

import io.syncopate.assessment.program.Outcome;
import io.syncopate.assessment.program.Outcomes;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;
import io.syncopate.starter.mongo.IndexSpec;
import io.syncopate.starter.mongo.MongoAggregates;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.List;

@Component
class MongoOutcomes extends MongoAggregates<Outcome> implements Outcomes {

    private static final String PROGRAM = "data.program";

    MongoOutcomes(MongoDatabase db, Clock clock) {
        super(
                db,
                "outcomes",
                new OutcomeDocument(),
                clock,
                List.of(IndexSpec.on(PROGRAM, "createTime", "id")));
    }

    @Override
    protected String nameOf(String id) {
        return nameUnder("programs", id);
    }

    @Override
    public Page<Versioned<Outcome>> ofProgram(TenantId tenant, String program, PageRequest page) {
        return findPage(tenant, eq(PROGRAM, program), page);
    }
}
