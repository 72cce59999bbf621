package io.syncopate.assessment.program.mongo;

import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;

import io.syncopate.assessment.program.Program;
import io.syncopate.assessment.program.Programs;
import io.syncopate.kernel.Located;
import io.syncopate.starter.mongo.IndexSpec;
import io.syncopate.starter.mongo.MongoAggregates;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

@Component
class MongoPrograms extends MongoAggregates<Program> implements Programs {

    private static final String DUE = "data." + ProgramDocument.DUE;
    private static final String REMIND = "data." + ProgramDocument.REMIND;

    MongoPrograms(MongoDatabase db, Clock clock) {
        super(
                db,
                "programs",
                new ProgramDocument(),
                clock,
                List.of(IndexSpec.on(DUE), IndexSpec.on(REMIND), IndexSpec.OF_OWNERS));
    }

    @Override
    public List<Located> dueLaunches(Instant at, int limit) {
        return locateInAllTenants(lte(DUE, Fields.date(at)), Sorts.ascending(DUE), limit);
    }

    @Override
    public List<Located> dueReminders(Instant at, int limit) {
        return locateInAllTenants(lte(REMIND, Fields.date(at)), Sorts.ascending(REMIND), limit);
    }
}
