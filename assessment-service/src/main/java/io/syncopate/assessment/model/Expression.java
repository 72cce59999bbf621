package io.syncopate.assessment.model;

import java.util.SortedSet;

/** A compiled expression over a situation. */
public interface Expression {

    /** How far an expression holds is told in thousandths. */
    int FULL = 1000;

    String text();

    /** Paths of the stated and derived facts that it reads. */
    SortedSet<String> reads();
}
