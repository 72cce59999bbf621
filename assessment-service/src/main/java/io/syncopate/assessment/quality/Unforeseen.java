package io.syncopate.assessment.quality;

/**
 * Why there is no forecast.
 *
 * @param path in the brief, to be stated for one; empty where no figures are known
 */
public record Unforeseen(String text, String path) {}
