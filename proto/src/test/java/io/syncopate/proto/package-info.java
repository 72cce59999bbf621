/**
 * The rules of the contracts that the linter cannot know: what gateway and starter read from them.
 */
@NullMarked
package io.syncopate.proto;

import org.jspecify.annotations.NullMarked;
