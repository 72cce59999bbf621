/** The scheduling and asset services, as a launch asks them. */
@NullMarked
package io.syncopate.assessment.program.client;

import org.jspecify.annotations.NullMarked;
