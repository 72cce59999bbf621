/**
 * The whole platform as its users meet it: processes started by the commands of the README, driven
 * over HTTP.
 */
@NullMarked
package io.syncopate.e2e;

import org.jspecify.annotations.NullMarked;
