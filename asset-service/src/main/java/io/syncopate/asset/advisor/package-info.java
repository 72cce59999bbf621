/**
 * Which production model fits a team: A (linear synchronous), B (hybrid) or C (fully asynchronous),
 * weighed from what is known about team, work, deadlines, tools and the state of today, together
 * with the exceptions under which the model holds. What is weighed stands in tables ({@link
 * io.syncopate.asset.advisor.Criteria}, {@link io.syncopate.asset.advisor.Obstacles}, {@link
 * io.syncopate.asset.advisor.Practices}), one row per statement of the guide.
 */
@NullMarked
package io.syncopate.asset.advisor;

import org.jspecify.annotations.NullMarked;
