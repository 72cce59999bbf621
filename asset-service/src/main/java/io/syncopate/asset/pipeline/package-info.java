/**
 * The way that assets go from brief to distribution, as data: stages with the role that works there,
 * the queue that it pulls from, the definition of done, and how the work is handed on. The shipped
 * pipeline is the one that the production guide describes; a tenant adds its own.
 */
@NullMarked
package io.syncopate.asset.pipeline;

import org.jspecify.annotations.NullMarked;
