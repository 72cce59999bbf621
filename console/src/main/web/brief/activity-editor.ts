import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../ui/base';
import { buildingOn, keysIn, type Answers } from './answers';
import type { Mistake } from './brief-question';
import { answerOf, numberIn, textIn, withField } from './given';

const MODES = [
  ['LIVE', 'Live'],
  ['SELF_PACED', 'Self-paced'],
  ['EITHER', 'It could be both'],
] as const;

const INTERACTIONS = [
  ['NONE', 'Nothing'],
  ['PRESENTATION_ONLY', 'Somebody presents'],
  ['QUESTIONS', 'Questions and answers'],
  ['GUIDED_GROUP', 'A group, guided'],
  ['REAL_TIME_COLLABORATION', 'A group makes something together'],
] as const;

const ATTENDANCE = [
  ['MANDATORY', 'Required'],
  ['RECOMMENDED', 'Recommended'],
  ['OPTIONAL', 'Optional'],
] as const;

type Choices = readonly (readonly [value: string, label: string])[];

/** What learners do, in order. Sends `answer` with all rows. */
@customElement('activity-editor')
export class ActivityEditor extends LitElement {
  static override styles = [
    base,
    css`
      ol {
        display: grid;
        gap: 0.8rem;
        list-style: none;
      }

      li {
        display: grid;
        gap: 0.7rem;
        grid-template-columns: minmax(0, 1fr);
        padding: 0.9rem;
        border: 1px solid var(--line);
        border-left: 4px solid var(--control-line);
        border-radius: 8px;
      }

      li.live {
        border-left-color: var(--live);
      }

      li.self_paced {
        border-left-color: var(--paced);
      }

      li.either {
        border-left-color: var(--blend);
      }

      .details {
        display: grid;
        gap: 0.6rem;
        align-items: end;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 7.6rem), 1fr));
      }

      .details label {
        color: var(--ink-soft);
        font-weight: 400;
      }

      summary {
        color: var(--ink-soft);
        font-size: 0.9rem;
      }

      .others {
        display: grid;
        gap: 0.3rem;
        padding-top: 0.5rem;
      }

      .others label {
        display: flex;
        gap: 0.5rem;
        align-items: baseline;
        font-weight: 400;
      }

      .bar button {
        color: var(--ink-soft);
      }

      .mistake {
        color: var(--bad);
        font-size: 0.9rem;
        font-weight: 550;
      }
    `,
  ];

  @property({ attribute: false }) rows: readonly Answers[] = [];
  @property({ attribute: false }) mistakes: readonly Mistake[] = [];

  focusAnswer(): void {
    this.renderRoot.querySelector<HTMLElement>('textarea, button')?.focus({ preventScroll: true });
  }

  override render() {
    return html`
      <div class="stack tight">
        ${this.rows.length === 0
          ? html`<p class="soft">Nothing yet: a recording, a lab, a test, a conversation.</p>`
          : html`<ol>
              ${this.rows.map((row, index) => this.#row(row, index))}
            </ol>`}
        <div><button @click=${this.#add}>Add an activity</button></div>
      </div>
    `;
  }

  #row(row: Answers, index: number) {
    const number = index + 1;
    const wrong = this.mistakes.filter((mistake) => mistake.field.includes(`[${index}]`));
    return html`
      <li class=${String(row['mode'] ?? '').toLowerCase()}>
        <div class="row spread bar">
          <b class="small">Activity ${number}</b>
          <span class="row">
            <button class="compact" ?disabled=${index === 0} aria-label="Move activity ${number} up" @click=${() => this.#move(index, -1)}>↑</button>
            <button class="compact" ?disabled=${number === this.rows.length} aria-label="Move activity ${number} down" @click=${() => this.#move(index, 1)}>↓</button>
            <button class="compact" aria-label="Remove activity ${number}" @click=${() => this.#remove(index)}>✕</button>
          </span>
        </div>
        <textarea
          rows="2"
          maxlength="1000"
          aria-label="What learners do in activity ${number}"
          aria-invalid=${wrong.length > 0 ? 'true' : 'false'}
          placeholder="What learners do"
          .value=${String(row['text'] ?? '')}
          @input=${(event: Event) => this.#set(index, 'text', textIn(event))}
        ></textarea>
        ${wrong.map((mistake) => html`<p class="mistake">${mistake.text}</p>`)}
        <div class="details">
          ${this.#choice(row, index, 'mode', 'Planned', MODES)}
          ${this.#choice(row, index, 'interaction', 'With each other', INTERACTIONS)}
          ${this.#number(index, 'minutes', 'Minutes', row['minutes'], (value) => value)}
          ${this.#number(index, 'repeat', 'How many times', (row['repeat'] as Answers | undefined)?.['count'], (value) =>
            value === undefined ? undefined : { count: value },
          )}
          ${this.#choice(row, index, 'attendance', 'Attendance', ATTENDANCE)}
          <div class="field">
            <label for="content-${index}">Content it uses</label>
            <input
              id="content-${index}"
              maxlength="200"
              .value=${String(row['contentRef'] ?? '')}
              @input=${(event: Event) => this.#set(index, 'contentRef', textIn(event))}
            />
          </div>
        </div>
        ${this.#foundations(row, index)}
      </li>
    `;
  }

  /** What it builds on comes before it, wherever the two stand in this list. */
  #foundations(row: Answers, index: number) {
    const others = this.rows.map((each, at) => ({ at, key: each['key'], text: String(each['text'] ?? '') }));
    const choices = others.filter((each) => each.at !== index && each.key !== undefined);
    if (row['key'] === undefined || choices.length === 0) {
      return nothing;
    }
    const chosen = keysIn(row);
    const told = choices.filter((each) => chosen.includes(String(each.key))).map((each) => each.at + 1);
    return html`
      <details>
        <summary>${told.length === 0 ? 'Builds on another one?' : `Builds on activity ${told.join(', ')}`}</summary>
        <div class="others">
          ${choices.map(
            (each) => html`
              <label>
                <input
                  type="checkbox"
                  .checked=${chosen.includes(String(each.key))}
                  @change=${(event: Event) => this.#build(index, String(each.key), (event.target as HTMLInputElement).checked)}
                />
                <span>${each.at + 1}: ${each.text}</span>
              </label>
            `,
          )}
        </div>
      </details>
    `;
  }

  #build(index: number, key: string, on: boolean): void {
    const others = keysIn(this.rows[index]!).filter((each) => each !== key);
    this.#give(this.rows.map((row, at) => (at === index ? buildingOn(row, on ? [...others, key] : others) : row)));
  }

  #choice(row: Answers, index: number, field: string, label: string, choices: Choices) {
    const value = row[field];
    return html`
      <div class="field">
        <label for="${field}-${index}">${label}</label>
        <select id="${field}-${index}" @change=${(event: Event) => this.#set(index, field, textIn(event))}>
          <option value="" ?selected=${value === undefined}>Not stated</option>
          ${choices.map(([key, text]) => html`<option value=${key} ?selected=${value === key}>${text}</option>`)}
        </select>
      </div>
    `;
  }

  #number(index: number, field: string, label: string, value: unknown, wrap: (value: number | undefined) => unknown) {
    return html`
      <div class="field">
        <label for="${field}-${index}">${label}</label>
        <input
          id="${field}-${index}"
          type="number"
          inputmode="numeric"
          min="1"
          .value=${value === undefined ? '' : String(value)}
          @input=${(event: Event) => this.#set(index, field, wrap(numberIn(event)))}
        />
      </div>
    `;
  }

  #set(index: number, field: string, value: unknown): void {
    const rows = withField(this.rows, index, field, value);
    // a key is what sessions and assets carry on: it is given once and then stays
    this.#give(rows.map((row) => (row['key'] === undefined && row['text'] ? { key: keyFor(row, rows), ...row } : row)));
  }

  readonly #add = (): void => {
    this.#give([...this.rows, {}]);
    requestAnimationFrame(() => this.renderRoot.querySelector<HTMLElement>('li:last-child textarea')?.focus());
  };

  #remove(index: number): void {
    const gone = String(this.rows[index]!['key']);
    this.#give(this.rows.filter((_, at) => at !== index).map((row) => buildingOn(row, keysIn(row).filter((key) => key !== gone))));
  }

  #move(index: number, by: number): void {
    const rows = [...this.rows];
    const [moved] = rows.splice(index, 1);
    rows.splice(index + by, 0, moved!);
    this.#give(rows);
  }

  #give(rows: readonly Answers[]): void {
    answerOf(this, rows.length === 0 ? undefined : rows);
  }
}

function keyFor(row: Answers, rows: readonly Answers[]): string {
  const taken = new Set(rows.filter((each) => each !== row).map((each) => each['key']));
  let number = rows.indexOf(row) + 1;
  while (taken.has(`activity-${number}`)) {
    number++;
  }
  return `activity-${number}`;
}

