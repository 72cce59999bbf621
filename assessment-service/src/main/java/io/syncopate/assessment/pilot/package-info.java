/**
 * The trial of a journey before it is launched: a small group that is like the audience, four kinds
 * of feedback, findings, and a decision for each adverse one. Nothing here knows of programmes.
 */
@NullMarked
package io.syncopate.assessment.pilot;

import org.jspecify.annotations.NullMarked;
