/**
 * What reviewed outcomes say about the weights of a model: a proposal that is held to a model that is
 * trusted, and never applies itself.
 */
@NullMarked
package io.syncopate.assessment.calibration;

import org.jspecify.annotations.NullMarked;
