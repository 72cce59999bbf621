import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../ui/base';
import { count } from '../ui/words';
import type { Answers } from './answers';
import type { Mistake } from './brief-question';
import { answerOf, numberIn, textIn, withField } from './given';

const KNOWN: readonly string[] = 'supportedValuesOf' in Intl ? Intl.supportedValuesOf('timeZone') : [];

/** The zones of an audience with the people in each. Sends `answer` with all rows. */
@customElement('zone-editor')
export class ZoneEditor extends LitElement {
  static override styles = [
    base,
    css`
      ul {
        display: grid;
        gap: 0.5rem;
        list-style: none;
      }

      li {
        display: grid;
        gap: 0.5rem;
        grid-template-columns: minmax(0, 1fr) 5.6rem 2.6rem;
      }

      button.remove {
        justify-content: center;
        padding: 0;
        color: var(--ink-soft);
      }

      .wrong {
        border-color: var(--bad);
      }
    `,
  ];

  @property({ attribute: false }) rows: readonly Answers[] = [];
  @property({ attribute: false }) mistakes: readonly Mistake[] = [];

  focusAnswer(): void {
    this.renderRoot.querySelector<HTMLElement>('input, button')?.focus({ preventScroll: true });
  }

  override render() {
    const people = this.rows.reduce((sum, row) => sum + Number(row['headCount'] ?? 0), 0);
    return html`
      <div class="stack tight">
        <ul>
          ${this.rows.map((row, index) => this.#row(row, index))}
        </ul>
        <div class="row">
          <button class="compact" @click=${this.#add}>Add a zone</button>
          ${this.rows.length === 0
            ? html`<button class="plain small" @click=${this.#here}>Mine: ${ownZone()}</button>`
            : html`<span class="small soft">${count(people, 'person', 'people')} in ${count(this.rows.length, 'zone')}</span>`}
        </div>
        <datalist id="zones">
          ${KNOWN.map((zone) => html`<option value=${zone}></option>`)}
        </datalist>
      </div>
    `;
  }

  #row(row: Answers, index: number) {
    const wrong = (field: string) =>
      this.mistakes.some((mistake) => mistake.field.endsWith(`[${index}].${field}`)) ? 'wrong' : '';
    return html`
      <li>
        <input
          class=${wrong('zone')}
          list="zones"
          aria-label="Time zone ${index + 1}"
          placeholder="Europe/Berlin"
          autocomplete="off"
          spellcheck="false"
          .value=${String(row['zone'] ?? '')}
          @input=${(event: Event) => this.#typed(index, event)}
          @change=${(event: Event) => this.#name(index, textIn(event).trim())}
        />
        <input
          class=${wrong('headCount')}
          type="number"
          inputmode="numeric"
          min="1"
          aria-label="People in zone ${index + 1}"
          placeholder="people"
          .value=${String(row['headCount'] ?? '')}
          @input=${(event: Event) => this.#give(withField(this.rows, index, 'headCount', numberIn(event)))}
        />
        <button class="remove" aria-label="Remove ${row['zone'] ?? `zone ${index + 1}`}" @click=${() => this.#remove(index)}>
          ✕
        </button>
      </li>
    `;
  }

  /** Half a name is no mistake yet: while somebody types, only one that is known counts. */
  #typed(index: number, event: Event): void {
    if (KNOWN.includes(textIn(event).trim())) {
      this.#name(index, textIn(event).trim());
    }
  }

  #name(index: number, zone: string): void {
    this.#give(withField(this.rows, index, 'zone', zone));
  }

  readonly #add = async (): Promise<void> => {
    this.#give([...this.rows, {}]);
    await this.updateComplete;
    // the row is there once the page has taken the answer
    requestAnimationFrame(() => this.renderRoot.querySelector<HTMLElement>('li:last-child input')?.focus());
  };

  readonly #here = (): void => this.#give([{ zone: ownZone() }]);

  #remove(index: number): void {
    this.#give(this.rows.filter((_, at) => at !== index));
  }

  #give(rows: readonly Answers[]): void {
    answerOf(this, rows.length === 0 ? undefined : rows);
  }
}

function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

