import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ModelCriterion } from '../api/types';
import { base } from '../ui/base';
import { WORKFLOWS, signed, workflowName } from '../ui/words';
import './activity-editor';
import type { Answers } from './answers';
import type { Option, Question } from './catalogue';
import { pointsFor } from './change';
import { answerOf } from './given';
import './measure-editor';
import './zone-editor';

/** A mistake in an answer, with the row and field that it is in where the answer is a list. */
export interface Mistake {
  readonly field: string;
  readonly text: string;
}

const YES_NO: readonly Option[] = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
];

/** One question of the brief with what is needed to answer it. Sends `answer` with the new value. */
@customElement('brief-question')
export class BriefQuestion extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        scroll-margin-top: 6rem;
      }

      fieldset {
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }

      legend,
      .ask {
        flex: 1 1 13rem;
        padding: 0;
        font-size: 1rem;
        font-weight: 600;
      }

      .body {
        display: grid;
        gap: 0.45rem;
        grid-template-columns: minmax(0, 1fr);
      }

      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        justify-content: space-between;
        gap: 0.3rem 1rem;
      }

      .tools {
        display: flex;
        flex: none;
        gap: 0.9rem;
      }

      .tools button {
        font-size: 0.875rem;
        font-weight: 400;
      }

      .options {
        display: grid;
        gap: 0.5rem;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 9rem), 1fr));
      }

      .options.short {
        display: flex;
      }

      .option {
        display: flex;
        gap: 0.55rem;
        align-items: flex-start;
        min-height: 2.6rem;
        padding: 0.5rem 0.8rem;
        border: 1px solid var(--control-line);
        border-radius: 8px;
        background: var(--surface);
        font-size: 0.95rem;
        font-weight: 500;
        cursor: pointer;
      }

      .short .option {
        min-width: 5.2rem;
      }

      .option:hover {
        background: var(--surface-sunk);
      }

      .option:has(input:checked) {
        border-color: var(--accent);
        background: var(--accent-soft);
        box-shadow: inset 0 0 0 1px var(--accent);
      }

      .option:has(:focus-visible) {
        outline: 3px solid var(--focus);
        outline-offset: 2px;
      }

      .option input:focus-visible {
        outline: none;
      }

      .hint {
        display: block;
        font-size: 0.8125rem;
        font-weight: 400;
        line-height: 1.35;
      }

      .measure {
        display: flex;
        align-items: center;
        gap: 0.6rem;
      }

      .measure input {
        max-width: 10rem;
      }

      .mistake {
        color: var(--bad);
        font-size: 0.9rem;
        font-weight: 550;
      }

      [aria-invalid='true'] {
        border-color: var(--bad);
      }

      .wrong {
        padding-left: 0.8rem;
        border-left: 4px solid var(--bad);
      }

      .why {
        display: grid;
        gap: 0.7rem;
        padding: 0.8rem 1rem;
        border-radius: 8px;
        background: var(--surface-sunk);
        font-size: 0.875rem;
        list-style: none;
      }

      .why li {
        display: grid;
        gap: 0.15rem;
      }

      @media (max-width: 39.99rem) {
        .inline {
          grid-template-columns: auto minmax(0, 1fr);
          align-items: center;
        }

        .inline .head {
          display: contents;
        }

        .inline .ask,
        .inline > :not(.options) {
          grid-column: 1 / -1;
        }

        .inline .options {
          grid-row: 2;
        }

        .inline .tools {
          grid-row: 2;
          grid-column: 2;
          justify-self: end;
        }
      }

      @media (min-width: 40rem) {
        .inline {
          grid-template-columns: minmax(0, 1fr) 11.5rem;
          align-items: center;
          column-gap: 1.2rem;
        }

        .inline > :not(.head, .options) {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  @property({ attribute: false }) question!: Question;
  @property({ attribute: false }) ask = '';
  @property({ attribute: false }) value: unknown;
  @property({ attribute: false }) mistakes: readonly Mistake[] = [];
  @property({ attribute: false }) criteria: readonly ModelCriterion[] = [];
  @state() private explained = false;

  /** Takes the focus to where the answer is given. */
  focusAnswer(): void {
    const into = this.renderRoot.querySelector<HTMLElement>('[data-first], input:checked, input, textarea, select');
    if (into !== null && 'focusAnswer' in into) {
      (into as unknown as { focusAnswer(): void }).focusAnswer();
    } else {
      into?.focus({ preventScroll: true });
    }
    this.scrollIntoView({ block: 'center' });
  }

  override render() {
    const wrong = this.mistakes.length > 0;
    const inline = this.question.kind === 'YES_NO';
    return html`
      <div class="${wrong ? 'wrong' : ''}">
        ${this.question.kind === 'CHOICE' || inline
          ? html`<fieldset aria-describedby="more">
              <legend class="visually-hidden">${this.#said()}</legend>
              <div class="body ${inline ? 'inline' : ''}">
                ${this.#head(false)} ${this.#choice(inline ? YES_NO : (this.question.options ?? []))} ${this.#more()}
                ${this.#why()}
              </div>
            </fieldset>`
          : html`<div class="body">
              ${this.#head(true)} ${this.#more()} ${this.#input()} ${this.#why()}
            </div>`}
      </div>
    `;
  }

  #said(): string {
    return this.ask === '' ? this.question.ask : this.ask;
  }

  #head(label: boolean) {
    const given = this.value !== undefined && ['CHOICE', 'YES_NO'].includes(this.question.kind);
    return html`
      <div class="head">
        ${label
          ? html`<label class="ask" for="answer"
              >${this.#said()}${this.question.required ? html` <span class="small soft">(required)</span>` : nothing}</label
            >`
          : html`<span class="ask" aria-hidden="true">${this.#said()}</span>`}
        <span class="tools">
          ${given
            ? html`<button class="plain" @click=${() => this.#give(undefined)} aria-label="Take back: ${this.#said()}">
                Take back
              </button>`
            : nothing}
          ${this.criteria.length === 0
            ? nothing
            : html`<button
                class="plain"
                aria-expanded=${this.explained ? 'true' : 'false'}
                aria-label="Why: ${this.#said()}"
                @click=${() => (this.explained = !this.explained)}
              >
                Why?
              </button>`}
        </span>
      </div>
    `;
  }

  #more() {
    // the editors of rows say at a row what is wrong with it
    const inRows = ['ACTIVITIES', 'MEASURES'].includes(this.question.kind);
    const mistakes = this.mistakes.filter((mistake) => !inRows || !mistake.field.includes('['));
    return html`
      <div id="more" class="stack tight" ?hidden=${this.question.help === undefined && mistakes.length === 0}>
        ${this.question.help ? html`<p class="small soft">${this.question.help}</p>` : nothing}
        ${mistakes.map((mistake) => html`<p class="mistake" role="alert">${mistake.text}</p>`)}
      </div>
    `;
  }

  #choice(options: readonly Option[]) {
    return html`
      <div class="options ${options === YES_NO ? 'short' : ''}">
        ${options.map(
          (option) => html`<label class="option">
            <input
              type="radio"
              name="answer"
              .checked=${String(this.value) === option.value}
              @change=${() => this.#give(options === YES_NO ? option.value === 'true' : option.value)}
            />
            <span>${option.label}${option.hint ? html`<span class="hint soft">${option.hint}</span>` : nothing}</span>
          </label>`,
        )}
      </div>
    `;
  }

  #input() {
    const { kind, limit } = this.question;
    const wrong = this.mistakes.length > 0 ? 'true' : 'false';
    switch (kind) {
      case 'TEXT':
        return html`<input
          id="answer"
          type="text"
          maxlength=${limit ?? nothing}
          aria-describedby="more"
          aria-invalid=${wrong}
          .value=${String(this.value ?? '')}
          @input=${this.#typed}
        />`;
      case 'LONG_TEXT':
        return html`<textarea
          id="answer"
          rows="2"
          maxlength=${limit ?? nothing}
          aria-describedby="more"
          aria-invalid=${wrong}
          .value=${String(this.value ?? '')}
          @input=${this.#typed}
        ></textarea>`;
      case 'TEXTS':
        return html`<textarea
          id="answer"
          rows="2"
          aria-describedby="more"
          aria-invalid=${wrong}
          .value=${lines(this.value)}
          @change=${this.#listed}
        ></textarea>`;
      case 'NUMBER':
        return html`<div class="measure">
          <input
            id="answer"
            type="number"
            inputmode=${this.question.step === undefined ? 'numeric' : 'decimal'}
            min=${this.question.min ?? nothing}
            max=${this.question.max ?? nothing}
            step=${this.question.step ?? '1'}
            aria-describedby="more"
            aria-invalid=${wrong}
            .value=${String(this.value ?? '')}
            @input=${this.#counted}
          />
          <span class="small soft">${this.question.unit ?? nothing}</span>
        </div>`;
      case 'ZONES':
        return html`<zone-editor data-first .rows=${rows(this.value)} .mistakes=${this.mistakes}></zone-editor>`;
      case 'ACTIVITIES':
        return html`<activity-editor data-first .rows=${rows(this.value)} .mistakes=${this.mistakes}></activity-editor>`;
      case 'MEASURES':
        return html`<measure-editor data-first .rows=${rows(this.value)} .mistakes=${this.mistakes}></measure-editor>`;
      case 'CHOICE':
      case 'YES_NO':
        return nothing;
    }
  }

  /** The rules that look at the answer, with what they add and the passage that they come from. */
  #why() {
    if (!this.explained) {
      return nothing;
    }
    return html`
      <ul class="why">
        ${this.criteria.map(
          (criterion) => html`<li>
            <span>${criterion.reason}</span>
            <span>
              ${WORKFLOWS.filter((workflow) => pointsFor(criterion, workflow) !== 0).map(
                (workflow) =>
                  html`<span class="chip ${workflow.toLowerCase()}"
                    >${workflowName(workflow)} ${signed(pointsFor(criterion, workflow))}</span
                  > `,
              )}
            </span>
            <span class="soft">${passage(criterion.source)}</span>
          </li>`,
        )}
      </ul>
    `;
  }

  readonly #typed = (event: Event): void => {
    const text = (event.target as HTMLInputElement | HTMLTextAreaElement).value;
    this.#give(text === '' ? undefined : text);
  };

  readonly #listed = (event: Event): void => {
    const texts = (event.target as HTMLTextAreaElement).value
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    this.#give(texts.length === 0 ? undefined : texts);
  };

  readonly #counted = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    // half a number, as in `1.`, is no answer yet
    if (!input.validity.badInput) {
      this.#give(input.value === '' ? undefined : Number(input.value));
    }
  };

  #give(value: unknown): void {
    answerOf(this, value);
  }
}

function rows(value: unknown): readonly Answers[] {
  return Array.isArray(value) ? (value as readonly Answers[]) : [];
}

function lines(value: unknown): string {
  return Array.isArray(value) ? value.join('\n') : '';
}

/** `L-042: Step 1: …` without the numbers of the rules, which say nothing to who answers. */
function passage(source: string | undefined): string {
  const from = source?.replace(/^([LAN]-\d+(, )?)+: /, '') ?? '';
  return from === '' ? '' : `The guide, ${from.charAt(0).toLowerCase()}${from.slice(1)}`;
}
