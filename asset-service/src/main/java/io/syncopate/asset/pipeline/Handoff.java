package io.syncopate.asset.pipeline;

/** How finished work reaches the next person. */
public enum Handoff {
    /** The two meet: context explained, questions answered, receipt confirmed. */
    SYNC_REQUIRED,
    /** It waits in the queue until the next person pulls it. */
    ASYNC_POSSIBLE
}
