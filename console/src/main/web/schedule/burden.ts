/** Burden in points, from the millipoints that the API writes as a string of digits. */
export function pointsOf(millipoints: string | undefined): number {
  return Number(millipoints ?? '0') / 1000;
}

export function pointsText(points: number): string {
  return points.toLocaleString('en', { maximumFractionDigits: 1 });
}

/** The upper ends of heat levels 0 to 4, in points per 30 minutes of a session; above is level 5. */
const LEVEL_ENDS = [0, 1, 2, 4, 7] as const;

/** How inconvenient a session is for one person, from 0 (within working hours) to 5 (in the night, or off limits). */
export function heatLevel(points: number, minutes: number, offLimits: boolean): number {
  if (offLimits) {
    return LEVEL_ENDS.length;
  }
  const perHalfHour = points / Math.max(1, minutes / 30);
  const level = LEVEL_ENDS.findIndex((end) => perHalfHour <= end);
  return level < 0 ? LEVEL_ENDS.length : level;
}
