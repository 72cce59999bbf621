/**
 * How well a programme is designed, apart from its workflow: six practices, a score, what will be
 * kept, and a completion forecast that names the population of its figures.
 */
@NullMarked
package io.syncopate.assessment.quality;

import org.jspecify.annotations.NullMarked;
