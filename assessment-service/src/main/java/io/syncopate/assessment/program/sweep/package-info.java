/** Takes recorded launches on in the background, those that were interrupted too. */
@NullMarked
package io.syncopate.assessment.program.sweep;

import org.jspecify.annotations.NullMarked;
