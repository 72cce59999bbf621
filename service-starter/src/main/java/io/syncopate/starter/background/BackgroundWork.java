package io.syncopate.starter.background;

/** Whoever has threads that work until they are told to stop. */
public interface BackgroundWork {

    /** Of these threads. */
    Lifeline lifeline();
}
