/** What the tests of all modules share. */
@NullMarked
package io.syncopate.testkit;

import org.jspecify.annotations.NullMarked;
