package io.syncopate.assessment.lint;

import java.util.stream.Stream;

/** Looks for one kind of thing to be mended. */
interface Check {

    Stream<Finding> in(Plan plan);
}
