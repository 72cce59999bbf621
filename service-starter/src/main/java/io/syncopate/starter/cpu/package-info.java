/** Work that needs the processor rather than waits: kept off the threads that answer calls. */
@NullMarked
package io.syncopate.starter.cpu;

import org.jspecify.annotations.NullMarked;
