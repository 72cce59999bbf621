package io.syncopate.scheduling.series;

import io.syncopate.scheduling.rotation.Attendance;

/** What one session is about. */
public record Item(String key, String title, int minutes, Attendance attendance) {}
