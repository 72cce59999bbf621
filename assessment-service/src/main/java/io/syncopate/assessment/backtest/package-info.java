/**
 * What another model would have answered: the briefs of past assessments are scored anew, and the
 * answers are held against those that were given and against what came of the programmes.
 */
@NullMarked
package io.syncopate.assessment.backtest;

import org.jspecify.annotations.NullMarked;
