/**
 * Campaigns: one production goal that fans out to assets over channels, with what depends on what.
 * The assets are documents of their own; a campaign is open when all of them are there, and nobody
 * sees any of them before.
 */
@NullMarked
package io.syncopate.asset.campaign;

import org.jspecify.annotations.NullMarked;
