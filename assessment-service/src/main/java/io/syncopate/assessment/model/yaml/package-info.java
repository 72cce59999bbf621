/** The models and the comparison that come with the service, written as YAML. */
@NullMarked
package io.syncopate.assessment.model.yaml;

import org.jspecify.annotations.NullMarked;
