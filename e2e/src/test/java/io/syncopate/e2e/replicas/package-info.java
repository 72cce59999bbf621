/** The platform as it runs on servers: every module as processes of its own, more than one of each. */
@NullMarked
package io.syncopate.e2e.replicas;

import org.jspecify.annotations.NullMarked;
