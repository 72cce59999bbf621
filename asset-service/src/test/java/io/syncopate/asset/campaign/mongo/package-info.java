@NullMarked
package io.syncopate.asset.campaign.mongo;

import org.jspecify.annotations.NullMarked;
