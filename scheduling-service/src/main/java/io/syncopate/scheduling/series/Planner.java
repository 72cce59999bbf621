package io.syncopate.scheduling.series;

import io.syncopate.scheduling.rotation.Rotation;
import io.syncopate.scheduling.rotation.RotationProblem;

/** Plans a rotation where there is room for some seconds of computing. */
@FunctionalInterface
public interface Planner {

    Rotation plan(RotationProblem problem);
}
