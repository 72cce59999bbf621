package io.syncopate.assessment.batch.sweep;

import io.syncopate.assessment.batch.BatchFiles;
import io.syncopate.starter.time.RecurringTasks;

import org.springframework.stereotype.Component;

import java.time.Duration;

/** Removes files of batches whose time is over: often enough for its bound on how many at once. */
@Component
class BatchFilesSweep {

    private static final Duration INTERVAL = Duration.ofMinutes(1);

    BatchFilesSweep(BatchFiles files, RecurringTasks tasks) {
        tasks.every("batch-files-sweep", INTERVAL, files::removeExpired);
    }
}
