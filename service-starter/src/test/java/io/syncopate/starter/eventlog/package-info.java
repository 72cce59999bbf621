/** Tests of the event log: nothing lost, nothing twice, no gaps. */
@NullMarked
package io.syncopate.starter.eventlog;

import org.jspecify.annotations.NullMarked;
