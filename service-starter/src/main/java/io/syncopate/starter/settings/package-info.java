/** What settings have in common, whoever reads them. */
@NullMarked
package io.syncopate.starter.settings;

import org.jspecify.annotations.NullMarked;
