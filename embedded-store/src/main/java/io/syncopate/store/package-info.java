/**
 * The store without set-up: speaks MongoDB's wire protocol on the loopback address and keeps its data in one file of a
 * data directory. An acknowledged write is on disk. Meant for trials and small teams; see the module's README for what
 * it does not do.
 */
@NullMarked
package io.syncopate.store;

import org.jspecify.annotations.NullMarked;
