package io.syncopate.assessment.model;

import java.util.List;
import java.util.SortedSet;

/** A compiled expression over a situation. */
public interface Expression {

    /** How far an expression holds is told in thousandths. */
    int FULL = 1000;

    String text();

    /** Paths of the stated and derived facts that it reads. */
    SortedSet<String> reads();

    /** Paths to state in the brief so that what it reads is known: each once, in the order of reads. */
    List<String> stated();

    /**
     * What it demands all of: it holds as far as the least of them does. Itself where it demands
     * one thing. Each reads fewer facts, so whoever changes one fact has less to evaluate again.
     */
    List<? extends Expression> demands();
}
