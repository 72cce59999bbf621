package io.syncopate.starter.consumer;

import io.syncopate.kernel.Command;
import io.syncopate.proto.api.v1.Event;

/**
 * An event to be handled.
 *
 * @param command in the event's tenant, by this service, with the event's id as request id: changes
 *     made by it are made once, however often the event comes
 */
public record Delivery(Event event, Command command) {}
