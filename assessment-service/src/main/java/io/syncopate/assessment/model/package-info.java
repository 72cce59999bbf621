/**
 * The decision model: what speaks for and against each workflow, as data. A model is criteria
 * (expressions over the brief, with evidence in whole points), rules that block a workflow, advice,
 * and the guide's passages that all of it comes from. Nothing here knows how an expression is
 * written or stored.
 */
@NullMarked
package io.syncopate.assessment.model;

import org.jspecify.annotations.NullMarked;
