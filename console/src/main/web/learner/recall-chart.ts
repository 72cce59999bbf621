import { LitElement, css, html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Recall } from '../api/types';
import { base } from '../ui/base';

/** One line for each activity: when learners meet it first, and the growing distances at which they recall it. */
@customElement('recall-chart')
export class RecallChart extends LitElement {
  static override styles = [
    base,
    css`
      ol {
        display: grid;
        gap: 0.5rem;
        list-style: none;
      }

      svg {
        display: block;
        width: 100%;
        height: 18px;
        overflow: visible;
      }

      .way {
        stroke: var(--line);
        stroke-width: 2;
      }

      .first {
        fill: var(--surface);
        stroke: var(--accent);
        stroke-width: 2;
      }

      .again {
        fill: var(--accent);
      }

      .ends {
        display: flex;
        justify-content: space-between;
        max-width: none;
        margin-top: 0.3rem;
        color: var(--ink-soft);
        font-size: 0.75rem;
      }

      @media (min-width: 44rem) {
        li {
          display: grid;
          gap: 1rem;
          grid-template-columns: minmax(0, 18rem) minmax(0, 1fr);
          align-items: center;
        }

        .ends {
          margin-left: 19rem;
        }
      }

      .name {
        overflow: hidden;
        font-size: 0.875rem;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
    `,
  ];

  @property({ attribute: false }) recalls: readonly Recall[] = [];

  override render() {
    const days = this.recalls.flatMap((recall) => [recall.firstDate ?? '', ...(recall.dates ?? [])]).filter(Boolean).sort();
    const first = days[0] ?? '';
    const last = days.at(-1) ?? '';
    const from = Date.parse(first);
    const span = Math.max(1, Date.parse(last) - from);
    const at = (day: string) => `${(100 * (Date.parse(day) - from)) / span}%`;
    return html`
      <ol>
        ${this.recalls.map((recall) => this.#line(recall, at))}
      </ol>
      <p class="ends" aria-hidden="true"><span>${first}</span><span>${last}</span></p>
    `;
  }

  #line(recall: Recall, at: (day: string) => string) {
    const dates = recall.dates ?? [];
    const said = dates.length === 0 ? 'nothing to recall' : `recall on ${dates.join(', ')}`;
    return html`<li>
      <span class="name" title=${recall.activity}>${recall.activity}</span>
      <svg role="img" aria-label="first on ${recall.firstDate}, ${said}">
        <line class="way" x1="0" x2="100%" y1="50%" y2="50%" />
        ${recall.firstDate
          ? svg`<circle class="first" cx=${at(recall.firstDate)} cy="50%" r="5"><title>${recall.firstDate}</title></circle>`
          : nothing}
        ${dates.map((day) => svg`<circle class="again" cx=${at(day)} cy="50%" r="5"><title>${day}</title></circle>`)}
      </svg>
    </li>`;
  }
}
