/** That everything which speaks protobuf fits together on a module's class path. */
@NullMarked
package io.syncopate.testkit.protobuf;

import org.jspecify.annotations.NullMarked;
