package io.syncopate.asset.pipeline;

/** Which of the waiting items of one priority is taken first. */
public enum QueueOrder {
    FIRST_IN_FIRST_OUT,
    /** The more urgent channel first; within a channel, first in, first out. */
    CHANNEL_URGENCY
}
