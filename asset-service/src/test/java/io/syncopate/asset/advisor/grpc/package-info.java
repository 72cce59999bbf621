@NullMarked
package io.syncopate.asset.advisor.grpc;

import org.jspecify.annotations.NullMarked;
