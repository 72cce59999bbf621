/**
 * Planned sequences of live sessions. A series is planned once, as a whole, stored with its sessions,
 * and published when people can rely on it. The series' document is the truth: it is not visible
 * before its sessions are stored, and what was interrupted is finished later.
 */
@NullMarked
package io.syncopate.scheduling.series;

import org.jspecify.annotations.NullMarked;
