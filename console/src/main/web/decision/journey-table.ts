import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { JourneyItem, JourneyPlace, WeekLoad } from '../api/types';
import { base } from '../ui/base';
import { count, minutesAsTime, modeName, words } from '../ui/words';

/** How learners go through the activities: order, form, weeks, parts and groups, and what each week asks of them. */
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

      table {
        width: auto;
        font-variant-numeric: tabular-nums;
      }

      .number {
        text-align: end;
      }
    `,
  ];

  @property({ attribute: false }) items: readonly JourneyItem[] = [];
  @property({ attribute: false }) load: readonly WeekLoad[] = [];

  override render() {
    if (this.items.length === 0) {
      return html`<p class="soft">The description names no activities, so there is nothing to assign yet.</p>`;
    }
    return html`<ol>
        ${this.items.map((item) => this.#item(item))}
      </ol>
      ${this.load.length > 0 ? this.#load() : nothing}`;
  }

  #item(item: JourneyItem) {
    const modules = item.moduleMinutes ?? [];
    const facts = [
      item.place ? weeks(item.place.firstWeek, item.place.lastWeek) : '',
      item.minutes ? minutesAsTime(item.minutes) : '',
      (item.repeatCount ?? 1) > 1 ? `${item.repeatCount} times` : '',
      modules.length > 1 ? `in ${modules.length} modules of ${modules.join(', ')} min` : '',
      ...(item.breaks ?? []).map((each) => `break of ${each.minutes} min after ${minutesAsTime(each.startMinute)}`),
      (item.groups?.count ?? 1) > 1 ? `${item.groups?.count} groups of at most ${item.groups?.size}` : '',
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
          ${item.place?.relativeTo ? html`<p class="small">${standing(item.place)}</p>` : nothing}
          ${(item.groups?.count ?? 1) > 1 ? html`<p class="small">${item.groups?.reason}</p>` : nothing}
          ${(item.agenda ?? []).map((each) => html`<p class="small">${each.text}</p>`)}
          ${(item.warnings ?? []).map((warning) => html`<p class="small note">${warning.text}</p>`)}
        </div>
      </li>
    `;
  }

  #load() {
    const over = this.load.filter((each) => each.over).reduce((sum, each) => sum + each.lastWeek - each.firstWeek + 1, 0);
    return html`
      <details>
        <summary>
          What each week asks of a learner${over > 0 ? `: ${count(over, 'week')} with more than they have` : ''}
        </summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Week</th>
              <th scope="col" class="number">Live</th>
              <th scope="col" class="number">Self-paced</th>
              <th scope="col"></th>
            </tr>
          </thead>
          <tbody>
            ${this.load.map(
              (each) => html`<tr>
                <th scope="row">${span(each.firstWeek, each.lastWeek)}</th>
                <td class="number">${minutesAsTime(each.liveMinutes ?? 0)}</td>
                <td class="number">${minutesAsTime(each.selfPacedMinutes ?? 0)}</td>
                <td>${each.over ? 'more than they have' : ''}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </details>
    `;
  }
}

function weeks(first: number, last: number): string {
  return `${first === last ? 'week' : 'weeks'} ${span(first, last)}`;
}

function span(first: number, last: number): string {
  return first === last ? String(first) : `${first} to ${last}`;
}

function standing(place: JourneyPlace): string {
  return `${place.phase === 'BEFORE' ? 'Before' : 'After'} ${place.relativeTo}. ${place.reason ?? ''}`;
}
