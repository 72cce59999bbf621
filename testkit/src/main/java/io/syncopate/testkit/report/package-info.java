/**
 * What ran, on what, and which rules it proves: every module's tests leave records, from which the
 * build's last step prints a line per kind and writes the report rule → tests → result.
 */
@NullMarked
package io.syncopate.testkit.report;

import org.jspecify.annotations.NullMarked;
