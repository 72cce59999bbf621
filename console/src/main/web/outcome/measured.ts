/** A measure as people read it: `67.5 %`, `3.6`, `12 days`. */
export function inUnit(value: number, unit: string): string {
  const rounded = String(Math.round(value * 10) / 10);
  switch (unit) {
    case 'percent':
      return `${rounded}\u00a0%`;
    case 'days':
      return `${rounded}\u00a0days`;
    default:
      return rounded;
  }
}
