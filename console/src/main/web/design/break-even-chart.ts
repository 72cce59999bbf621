import { LitElement, css, html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { BreakEven, CostPoint, Workflow } from '../api/types';
import { base } from '../ui/base';
import { WORKFLOWS, workflowName } from '../ui/words';
import { minor, money } from './money';

const WIDTH = 640;
const HEIGHT = 260;
const LEFT = 8;
const TOP = 22;
const BOTTOM = 30;

/** Totals as learners grow; where one workflow comes to cost no more than another, a line goes down. */
@customElement('break-even-chart')
export class BreakEvenChart extends LitElement {
  static override styles = [
    base,
    css`
      svg {
        display: block;
        width: 100%;
        height: auto;
        overflow: visible;
      }

      polyline {
        fill: none;
        stroke-width: 2.5;
      }

      .synchronous {
        stroke: var(--live);
      }

      .asynchronous {
        stroke: var(--paced);
        stroke-dasharray: 8 4;
      }

      .blended {
        stroke: var(--blend);
        stroke-dasharray: 2 4;
      }

      .axis {
        stroke: var(--control-line);
      }

      .mark {
        stroke: var(--ink-soft);
        stroke-dasharray: 3 3;
      }

      .own {
        stroke: var(--accent);
      }

      text {
        fill: var(--ink-soft);
        font-size: 13px;
      }

      .key svg {
        width: 2.2rem;
        height: 0.8rem;
      }
    `,
  ];

  @property({ attribute: false }) curve: readonly CostPoint[] = [];
  @property({ attribute: false }) breakEvens: readonly BreakEven[] = [];
  @property({ type: Number }) learners = 0;
  @property() currency = 'USD';

  override render() {
    const last = this.curve.at(-1)?.learners ?? 1;
    const most = Math.max(1, ...this.curve.flatMap((point) => WORKFLOWS.map((workflow) => total(point, workflow))));
    const x = (learners: number) => LEFT + (learners / last) * (WIDTH - 2 * LEFT);
    const y = (amount: number) => HEIGHT - BOTTOM - (amount / most) * (HEIGHT - BOTTOM - TOP);
    const near = this.breakEvens.filter((each) => (each.alwaysFromLearners ?? 0) > 1 && each.alwaysFromLearners! <= last);
    return html`
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${this.#inWords()}>
        <line class="axis" x1=${LEFT} x2=${WIDTH - LEFT} y1=${HEIGHT - BOTTOM} y2=${HEIGHT - BOTTOM} />
        <text x=${LEFT} y="14">${money(most, this.currency)}</text>
        <text x=${LEFT} y=${HEIGHT - 8}>1</text>
        <text x=${WIDTH - LEFT} y=${HEIGHT - 8} text-anchor="end">${last.toLocaleString('en')} learners in a cohort</text>
        ${near.map((each) => down(x(each.alwaysFromLearners!), `${each.alwaysFromLearners!.toLocaleString('en')}`, 'mark'))}
        ${this.learners > 0 && this.learners <= last ? down(x(this.learners), '', 'own') : nothing}
        ${WORKFLOWS.map(
          (workflow) =>
            svg`<polyline class=${workflow.toLowerCase()}
              points=${this.curve.map((point) => `${x(point.learners)},${y(total(point, workflow))}`).join(' ')} />`,
        )}
      </svg>
      <p class="row small key">
        ${WORKFLOWS.map(
          (workflow) => html`<span class="row">
            <svg viewBox="0 0 44 12" aria-hidden="true">
              ${svg`<polyline class=${workflow.toLowerCase()} points="0,6 44,6" />`}
            </svg>
            ${workflowName(workflow)}</span
          >`,
        )}
        <span class="row">
          <svg viewBox="0 0 44 12" aria-hidden="true">${svg`<line class="own" x1="22" x2="22" y1="0" y2="12" />`}</svg>
          this cohort</span
        >
      </p>
    `;
  }

  #inWords(): string {
    return this.breakEvens.map((each) => each.text).join(' ');
  }
}

function down(x: number, label: string, kind: string) {
  return svg`<line class=${kind} x1=${x} x2=${x} y1=${TOP} y2=${HEIGHT - BOTTOM} />
    <text x=${x} y=${HEIGHT - 8} text-anchor="middle">${label}</text>`;
}

function total(point: CostPoint, workflow: Workflow): number {
  switch (workflow) {
    case 'SYNCHRONOUS':
      return minor(point.synchronousMinor);
    case 'ASYNCHRONOUS':
      return minor(point.asynchronousMinor);
    case 'BLENDED':
      return minor(point.blendedMinor);
  }
}
