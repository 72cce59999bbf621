import { LitElement, css, html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Score } from '../api/types';
import { base } from '../ui/base';
import { signed, workflowName } from '../ui/words';

/** The three scores as bars from a common zero, the best first. */
@customElement('score-bars')
export class ScoreBars extends LitElement {
  static override styles = [
    base,
    css`
      ul {
        display: grid;
        gap: 0.7rem;
        list-style: none;
      }

      .head {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: 0.6rem;
      }

      .points {
        font-variant-numeric: tabular-nums;
        font-weight: 600;
      }

      svg {
        display: block;
        width: 100%;
        height: 14px;
      }

      .track {
        fill: var(--surface-sunk);
      }

      .zero {
        stroke: var(--ink-soft);
      }

      .synchronous .bar {
        fill: var(--live);
      }

      .asynchronous .bar {
        fill: var(--paced);
      }

      .blended .bar {
        fill: var(--blend);
      }

      .blocked .bar {
        opacity: 0.45;
      }
    `,
  ];

  @property({ attribute: false }) scores: readonly Score[] = [];

  override render() {
    const points = this.scores.map((score) => score.points ?? 0);
    const low = Math.min(0, ...points);
    const span = Math.max(1, Math.max(0, ...points) - low);
    const percent = (value: number) => ((value - low) / span) * 100;
    return html`
      <ul>
        ${this.scores.map((score) => {
          const value = score.points ?? 0;
          const blocked = score.feasible !== true;
          return html`
            <li class="${score.workflow.toLowerCase()} ${blocked ? 'blocked' : ''}">
              <div class="head">
                <span>${workflowName(score.workflow)} ${blocked ? html`<span class="chip warn">blocked</span>` : ''}</span>
                <span class="points">${signed(value)}</span>
              </div>
              <svg viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
                <rect class="track" width="100" height="14" rx="0" />
                ${svg`<rect class="bar" y="1" height="12" x=${percent(Math.min(0, value))}
                  width=${(Math.abs(value) / span) * 100} />`}
                ${low < 0
                  ? svg`<line class="zero" x1=${percent(0)} x2=${percent(0)} y1="0" y2="14"
                      vector-effect="non-scaling-stroke" />`
                  : ''}
              </svg>
            </li>
          `;
        })}
      </ul>
    `;
  }
}
