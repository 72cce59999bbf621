/** Tells the page the answer to the question that an element belongs to; undefined takes it back. */
export function answerOf(element: HTMLElement, value: unknown): void {
  element.dispatchEvent(new CustomEvent('answer', { detail: value, bubbles: true, composed: true }));
}

/** The same rows, one of them with another value in a field; undefined or an empty text takes it away. */
export function withField<T extends object>(rows: readonly T[], index: number, field: string, value: unknown): T[] {
  return rows.map((row, at) => {
    if (at !== index) {
      return row;
    }
    const others = Object.fromEntries(Object.entries(row).filter(([key]) => key !== field));
    return (value === undefined || value === '' ? others : { ...others, [field]: value }) as T;
  });
}

/** What a number field holds; undefined where it is empty. */
export function numberIn(event: Event): number | undefined {
  const text = (event.target as HTMLInputElement).value;
  return text === '' ? undefined : Number(text);
}

export function textIn(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}
