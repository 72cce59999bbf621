package com.acme.rooms.booking;

/** A room for somebody at some time. Only what is confirmed or was is shown to anybody. */
public sealed interface Booking {

    Plan plan();

    /**
     * Stored, and does not count: it may have lost its time while it was being stored. It is soon one of the
     * others.
     */
    record Pending(Plan plan) implements Booking {

        Confirmed confirmed() {
            return new Confirmed(plan);
        }

        Displaced displaced() {
            return new Displaced(plan);
        }
    }

    /** Has every quarter of its time, and nobody else has one of them. */
    record Confirmed(Plan plan) implements Booking {

        Cancelled cancelled() {
            return new Cancelled(plan);
        }
    }

    /** Was confirmed, and given up. */
    record Cancelled(Plan plan) implements Booking {}

    /** Was never confirmed: another booking has its time. */
    record Displaced(Plan plan) implements Booking {}
}
