/**
 * What tests use beyond a JVM where the machine has it: found in one way, and missed in one way.
 */
@NullMarked
package io.syncopate.testkit.part;

import org.jspecify.annotations.NullMarked;
