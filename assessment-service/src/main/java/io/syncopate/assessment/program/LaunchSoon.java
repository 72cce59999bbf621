package io.syncopate.assessment.program;

/** Lets recorded launches start now rather than at the next sweep; losing the call loses nothing. */
public interface LaunchSoon {

    void wake();
}
