package io.syncopate.assessment.scoring;

/**
 * Something that a live activity takes up.
 *
 * @param activity key of the self-paced one in which it came up
 */
public record AgendaItem(String activity, String text) {}
