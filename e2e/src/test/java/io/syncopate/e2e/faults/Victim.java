package io.syncopate.e2e.faults;

/** Something that is killed and comes back. */
interface Victim {

    /** SIGKILL. */
    void kill();

    void restart();

    /** Waits until it does its work again. */
    void awaitServing();
}
