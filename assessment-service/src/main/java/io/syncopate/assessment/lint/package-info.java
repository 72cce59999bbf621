/**
 * What is to be mended in the plan of a programme, gathered from where it is known: the mistakes
 * that an answer warns of, the practices of good design, the hours that recordings take, and what a
 * programme leaves unsaid. Nothing here changes a score.
 */
@NullMarked
package io.syncopate.assessment.lint;

import org.jspecify.annotations.NullMarked;
