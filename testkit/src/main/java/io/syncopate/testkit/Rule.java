package io.syncopate.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The rules of {@code docs/rules.md} that a test proves. A test that carries a rule goes through the
 * public contract of the service; the build reports rule → tests → result, and refuses an id that the
 * ledger does not have.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Rule {

    /** Ledger ids such as {@code "L-061"}, {@code "P-020"}, or {@code "N-05"} for a reading. */
    String[] value();
}
