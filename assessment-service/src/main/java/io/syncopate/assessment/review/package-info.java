/**
 * What a run measured against its targets and earlier runs, how sure that is with the people there
 * were, and which of the four causes the signs point to. Nothing here knows of programmes.
 */
@NullMarked
package io.syncopate.assessment.review;

import org.jspecify.annotations.NullMarked;
