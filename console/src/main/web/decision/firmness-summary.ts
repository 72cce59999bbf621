import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Flip, Stability } from '../api/types';
import { saidValue } from '../brief/catalogue';
import { base } from '../ui/base';
import { percent, workflowName } from '../ui/words';

/** What other weights and other facts would do to an answer. */
@customElement('firmness-summary')
export class FirmnessSummary extends LitElement {
  static override styles = [
    base,
    css`
      ul {
        display: grid;
        gap: 0.35rem;
        padding-left: 1.1rem;
      }
    `,
  ];

  @property({ attribute: false }) stability!: Stability;

  override render() {
    return html`
      <div class="stack tight">
        <h3>How firm is this?</h3>
        <p class="small">${this.#weights()}</p>
        ${this.#flips()}
      </div>
    `;
  }

  #weights() {
    const tolerance = this.stability.tolerancePermille ?? 0;
    // rounded down: what is said to be safe is safe
    const safe = percent(Math.floor(tolerance / 10) * 10);
    const uncertainty = this.stability.weightUncertaintyPermille ?? 0;
    if (tolerance >= uncertainty) {
      return html`However much each weight is off, up to ${safe}, the answer stays the same.`;
    }
    const draws = this.stability.draws ?? 1;
    const shares = (this.stability.acceptability ?? [])
      .filter((each) => (each.draws ?? 0) > 0)
      .map((each) => `${workflowName(each.workflow).toLowerCase()} for ${percent((1000 * (each.draws ?? 0)) / draws)}`);
    return html`If each weight may be off by ${percent(uncertainty)}, the answer is ${shares.join(', ')} of all
    combinations. Up to ${safe} it stays the same.`;
  }

  #flips() {
    const flips = this.stability.flips ?? [];
    const searched = this.stability.searchedFacts ?? 0;
    if (flips.length === 0) {
      return html`<p class="small">
        ${searched > 0 ? html`No other values of up to ${searched} facts would change it.` : nothing}
      </p>`;
    }
    return html`
      <p class="small soft">The least that would change it:</p>
      <ul class="small">
        ${flips.map((flip) => html`<li>${change(flip)}</li>`)}
      </ul>
    `;
  }
}

function change(flip: Flip) {
  return html`
    ${(flip.changes ?? []).map(
      (each, index) => html`${index > 0 ? ' and ' : ''}
        <span class="soft">${each.question ?? each.fact}</span>
        <b>${saidValue(each.fact, each.to)}</b> ${each.from
          ? html`instead of ${saidValue(each.fact, each.from)}`
          : html`(not stated yet)`}`,
    )}:
    ${workflowName(flip.becomes).toLowerCase()}.
  `;
}
