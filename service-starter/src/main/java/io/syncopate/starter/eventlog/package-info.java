/**
 * One log of events per service: a relay moves them from the outboxes of the aggregates into
 * partitions with positions without gaps; others read it through the event feed.
 */
@NullMarked
package io.syncopate.starter.eventlog;

import org.jspecify.annotations.NullMarked;
