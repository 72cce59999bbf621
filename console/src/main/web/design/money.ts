/** Minor units as the API sends them. */
export function minor(amount: string | undefined): number {
  return Number(amount ?? 0);
}

/** Whole units of a currency: `12,345 USD`; what is less than one is of no use in a plan. */
export function money(amount: number, currency: string): string {
  const digits = fractionDigits(currency);
  const whole = Math.round(amount / 10 ** digits);
  return `${whole.toLocaleString('en')}\u00a0${currency}`;
}

/** How many of its digits are minor ones: 2 for USD, 0 for JPY. */
export function fractionDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}
