/** What learners are told: when they have to be there, where the material is, how feedback comes. */
@NullMarked
package io.syncopate.assessment.learner;

import org.jspecify.annotations.NullMarked;
