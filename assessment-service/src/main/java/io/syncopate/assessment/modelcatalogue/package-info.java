/**
 * The decision models as people see, change and compare them. It stands apart from {@code model},
 * whose types the adapters of all features share.
 */
@NullMarked
package io.syncopate.assessment.modelcatalogue;

import org.jspecify.annotations.NullMarked;
