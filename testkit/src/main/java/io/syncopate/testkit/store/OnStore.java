package io.syncopate.testkit.store;

import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs every test of a class, inherited ones too, once on each of these stores. A test method, a constructor or a
 * {@code @BeforeEach} method takes a {@link TestStore} as a parameter: a database that no other test method has, dropped
 * after it. What is slow to start is shared by the tests on one store: see {@link SharedOnStore}.
 *
 * <p>A store that cannot be had is skipped with the reason, or fails when {@code SYNCOPATE_REQUIRE} names it.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ExtendWith(OnStoreExtension.class)
public @interface OnStore {

    StoreKind[] value() default {StoreKind.EMBEDDED, StoreKind.MONGOD};
}
