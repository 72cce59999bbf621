package io.syncopate.assessment.model.cel;

import io.syncopate.assessment.model.Expressions;

/** The expressions of the service, for the tests of other packages. */
public final class CelFixture {

    private static final Expressions CEL = new CelExpressions();

    private CelFixture() {}

    public static Expressions cel() {
        return CEL;
    }
}
