/** Programmes, assessments and outcomes as documents. */
@NullMarked
package io.syncopate.assessment.program.mongo;

import org.jspecify.annotations.NullMarked;
