package io.syncopate.scheduling.cohort;

import io.syncopate.kernel.Aggregates;

/** Keeps cohorts. */
public interface Cohorts extends Aggregates<Cohort> {}
