package io.syncopate.assessment.batch.mongo;

import com.mongodb.client.MongoDatabase;

import io.syncopate.assessment.batch.BatchFiles;

import java.time.Clock;

/** The files of batches, for the tests of other packages. */
public final class BatchFilesFixture {

    private BatchFilesFixture() {}

    public static BatchFiles files(MongoDatabase database, Clock clock) {
        return new MongoBatchFiles(database, clock);
    }
}
