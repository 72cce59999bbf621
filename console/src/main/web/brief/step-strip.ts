import { LitElement, css, html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../ui/base';
import { type Answers, isAnswered } from './answers';
import { STEPS, questionsOf, type Step } from './catalogue';

/** Round a circle of this radius the way is 100 long. */
const RADIUS = 15.9155;

/** The guide's seven steps, each with how much of it was answered. Sends `step` with the id of the one to show. */
@customElement('step-strip')
export class StepStrip extends LitElement {
  static override styles = [
    base,
    css`
      ol {
        display: grid;
        grid-template-columns: repeat(7, minmax(0, 1fr));
        gap: 0.2rem;
        list-style: none;
      }

      button {
        display: grid;
        justify-items: center;
        gap: 0.2rem;
        width: 100%;
        padding: 0.4rem 0.1rem;
        border: 0;
        border-bottom: 3px solid transparent;
        border-radius: 8px 8px 0 0;
        background: none;
        color: var(--ink-soft);
        font-size: 0.85rem;
      }

      button[aria-current] {
        border-bottom-color: var(--accent);
        color: var(--ink);
        font-weight: 650;
      }

      svg {
        width: 2.2rem;
        height: 2.2rem;
      }

      circle {
        fill: var(--surface);
        stroke: var(--line);
        stroke-width: 3;
      }

      .done {
        fill: none;
        stroke: var(--accent);
      }

      text {
        fill: var(--ink);
        font-size: 13px;
        font-weight: 650;
        text-anchor: middle;
      }

      .all text {
        fill: var(--accent);
      }

      .wrong circle {
        stroke: var(--bad);
      }

      @media (max-width: 44rem) {
        .title {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }
    `,
  ];

  @property({ attribute: false }) answers: Answers = {};
  @property({ attribute: false }) current = '';
  /** Ids of the steps in which something has to be mended. */
  @property({ attribute: false }) wrong: ReadonlySet<string> = new Set();

  override render() {
    return html`
      <nav aria-label="The seven steps">
        <ol>
          ${STEPS.map((step, index) => this.#step(step, index + 1))}
        </ol>
      </nav>
    `;
  }

  #step(step: Step, number: number) {
    const questions = questionsOf(step);
    const answered = questions.filter((question) => isAnswered(this.answers, question.path)).length;
    const share = (100 * answered) / questions.length;
    const wrong = this.wrong.has(step.id);
    return html`<li>
      <button
        aria-current=${step.id === this.current ? 'step' : nothing}
        @click=${() => this.dispatchEvent(new CustomEvent('step', { detail: step.id }))}
      >
        <svg class="${share === 100 ? 'all' : ''} ${wrong ? 'wrong' : ''}" viewBox="0 0 36 36" aria-hidden="true">
          <circle cx="18" cy="18" r=${RADIUS} />
          ${share > 0
            ? svg`<circle class="done" cx="18" cy="18" r=${RADIUS} stroke-dasharray="${share} 100"
                transform="rotate(-90 18 18)" />`
            : ''}
          <text x="18" y="22.5">${number}</text>
        </svg>
        <span class="title">${step.title}</span>
        <span class="visually-hidden">${answered} of ${questions.length} answered${wrong ? ', something to mend' : ''}</span>
      </button>
    </li>`;
  }
}
