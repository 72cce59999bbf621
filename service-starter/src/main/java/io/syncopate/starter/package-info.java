/** What every part of the starter knows of the service that it is part of. */
@NullMarked
package io.syncopate.starter;

import org.jspecify.annotations.NullMarked;
