/**
 * Time that can be moved forward where that was asked for, and work that comes again as time passes.
 */
@NullMarked
package io.syncopate.starter.time;

import org.jspecify.annotations.NullMarked;
