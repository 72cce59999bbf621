/**
 * The house rules that every service's classes are held to: cores free of frameworks, adapters that
 * do not know each other, no cycles between features, no time or chance out of thin air.
 */
@NullMarked
package io.syncopate.testkit.architecture;

import org.jspecify.annotations.NullMarked;
