/** What every service holds of rights over one's own, one's team's and the tenant's things. */
@NullMarked
package io.syncopate.testkit.scope;

import org.jspecify.annotations.NullMarked;
