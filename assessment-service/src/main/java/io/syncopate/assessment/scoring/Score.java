package io.syncopate.assessment.scoring;

import io.syncopate.assessment.model.Workflow;

/**
 * A workflow's sum of contributions.
 *
 * @param rank 1 for the highest
 * @param feasible whether nothing blocks it
 */
public record Score(Workflow workflow, int points, int rank, boolean feasible) {}
