import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { JourneyItem } from '../api/types';
import { base } from '../ui/base';
import { minutesAsTime, modeName, words } from '../ui/words';

/** Which activity is live and which is self-paced, in order, with the reason. */
@customElement('journey-table')
export class JourneyTable extends LitElement {
  static override styles = [
    base,
    css`
      ol {
        display: grid;
        list-style: none;
      }

      li {
        display: grid;
        gap: 0.25rem 1rem;
        grid-template-columns: 6.2rem minmax(0, 1fr);
        align-items: start;
        padding-block: 0.55rem;
        border-top: 1px solid var(--line);
      }

      .chip {
        place-self: start;
      }
    `,
  ];

  @property({ attribute: false }) items: readonly JourneyItem[] = [];

  override render() {
    if (this.items.length === 0) {
      return html`<p class="soft">The description names no activities, so there is nothing to assign yet.</p>`;
    }
    return html`<ol>
      ${this.items.map((item) => this.#item(item))}
    </ol>`;
  }

  #item(item: JourneyItem) {
    const facts = [
      item.minutes ? minutesAsTime(item.minutes) : '',
      (item.repeatCount ?? 1) > 1 ? `${item.repeatCount} times` : '',
      item.attendance ? `attendance ${words(item.attendance)}` : '',
      item.recorded ? 'recorded' : '',
      item.buildsOn?.length ? `builds on ${item.buildsOn.join(', ')}` : '',
    ];
    return html`
      <li>
        <span class="chip ${item.mode === 'LIVE' ? 'live' : 'paced'}">${modeName(item.mode)}</span>
        <div>
          <p>${item.text}</p>
          <p class="small soft">${facts.filter((fact) => fact !== '').join(' · ')}</p>
          ${item.reason ? html`<p class="small">${item.reason}</p>` : nothing}
          ${(item.agenda ?? []).map((each) => html`<p class="small">${each.text}</p>`)}
          ${(item.warnings ?? []).map((warning) => html`<p class="small note">${warning.text}</p>`)}
        </div>
      </li>
    `;
  }
}
