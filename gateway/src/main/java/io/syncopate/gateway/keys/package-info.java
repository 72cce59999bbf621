/** Keys for programs: each calls in a person's name, with a part of that person's rights. */
@NullMarked
package io.syncopate.gateway.keys;

import org.jspecify.annotations.NullMarked;
