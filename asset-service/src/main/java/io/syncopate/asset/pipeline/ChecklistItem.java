package io.syncopate.asset.pipeline;

/**
 * One thing that has to be true before work leaves a stage.
 *
 * @param key what a push names it by
 */
public record ChecklistItem(String key, String text) {}
