/**
 * Threads that work beside the calls of a service: what they go on after, and who is told when one
 * has died.
 */
@NullMarked
package io.syncopate.starter.background;

import org.jspecify.annotations.NullMarked;
