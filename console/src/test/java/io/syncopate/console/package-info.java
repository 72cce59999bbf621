/** What the console's files hold to, checked without a browser. */
@NullMarked
package io.syncopate.console;

import org.jspecify.annotations.NullMarked;
