/** The assessment service: decides how a programme should run, shows why, and has it run. */
@NullMarked
package io.syncopate.assessment;

import org.jspecify.annotations.NullMarked;
