/**
 * What the three workflows cost over their whole life, side by side: exact in whole minor units, from
 * assumptions that anybody can read and replace.
 */
@NullMarked
package io.syncopate.assessment.cost;

import org.jspecify.annotations.NullMarked;
