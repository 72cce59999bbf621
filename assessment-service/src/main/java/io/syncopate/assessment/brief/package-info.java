/**
 * What is known about a training programme: facts by their path in the brief, each stated or not.
 * The catalogue of facts is the one place that says which there are and which values they take.
 */
@NullMarked
package io.syncopate.assessment.brief;

import org.jspecify.annotations.NullMarked;
