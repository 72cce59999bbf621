@NullMarked
package io.syncopate.gateway.web;

import org.jspecify.annotations.NullMarked;
