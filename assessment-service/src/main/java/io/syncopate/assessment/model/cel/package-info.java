/** Criteria in CEL over the contract's brief. */
@NullMarked
package io.syncopate.assessment.model.cel;

import org.jspecify.annotations.NullMarked;
