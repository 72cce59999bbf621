import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Fairness, Group, GroupTime, Session } from '../api/types';
import { base } from '../ui/base';
import { heatLevel, pointsOf, pointsText } from './burden';
import { clockOf, dayOf, placeOf, sameDay, weekdayOf } from './local-time';

const LEGEND = ['working hours', 'up to 1', 'up to 2', 'up to 4', 'up to 7', 'more, or off limits'] as const;

/** The picture of a series: a row per group, a cell per session, warmer the less convenient; the row's sum at the end. */
@customElement('burden-strip')
export class BurdenStrip extends LitElement {
  static override styles = [
    base,
    css`
      table {
        width: auto;
        min-width: 100%;
        border-collapse: separate;
        border-spacing: 3px;
        font-size: 0.8125rem;
      }

      th,
      td {
        padding: 0.25rem 0.4rem;
        border: 0;
        text-align: center;
        white-space: nowrap;
      }

      th[scope='row'] {
        position: sticky;
        left: 0;
        background: var(--surface);
        text-align: left;
      }

      td.cell {
        min-width: 3.6rem;
        padding: 0.45rem 0.4rem;
        border-radius: 5px;
        color: var(--heat-ink);
        font-variant-numeric: tabular-nums;
      }

      .cell small {
        display: block;
        min-height: 1.1em;
        font-size: 0.75rem;
        line-height: 1.1;
      }

      .sum {
        text-align: right;
        font-weight: 650;
        font-variant-numeric: tabular-nums;
      }

      .heat-0 {
        background: var(--heat-0);
        color: var(--ink);
      }

      .heat-1 {
        background: var(--heat-1);
      }

      .heat-2 {
        background: var(--heat-2);
      }

      .heat-3 {
        background: var(--heat-3);
      }

      .heat-4 {
        background: var(--heat-4);
      }

      .heat-5 {
        background: var(--heat-5);
      }

      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3rem 1rem;
        list-style: none;
      }

      li {
        display: flex;
        align-items: center;
        gap: 0.4rem;
      }

      .swatch {
        width: 1.1rem;
        height: 1.1rem;
        border: 1px solid var(--line);
        border-radius: 4px;
      }
    `,
  ];

  @property({ attribute: false }) groups: readonly Group[] = [];
  @property({ attribute: false }) sessions: readonly Session[] = [];
  @property({ attribute: false }) fairness: Fairness | undefined;

  override render() {
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label="Burden per group and session">
        <table>
          <thead>
            <tr>
              <th scope="col"><span class="visually-hidden">Group</span></th>
              ${this.sessions.map(
                (session) => html`<th scope="col">${session.number}<br />${dayOf(session.anchorLocalStart)}</th>`,
              )}
              <th scope="col" class="sum">Points<br />each</th>
            </tr>
          </thead>
          <tbody>
            ${this.groups.map((group) => this.#row(group))}
          </tbody>
        </table>
      </div>
      <ul class="small soft" aria-label="Points per 30 minutes">
        <li>Points per 30 minutes:</li>
        ${LEGEND.map((text, level) => html`<li><span class="swatch heat-${level}"></span>${text}</li>`)}
      </ul>
    `;
  }

  #row(group: Group) {
    const carried = this.fairness?.groups?.find((candidate) => candidate.group === group.key);
    return html`
      <tr>
        <th scope="row">${placeOf(group.zone)} <span class="soft">(${group.headCount ?? 0})</span></th>
        ${this.sessions.map((session) => this.#cell(session, group))}
        <td class="sum">${pointsText(pointsOf(carried?.millipoints))}</td>
      </tr>
    `;
  }

  #cell(session: Session, group: Group) {
    const time = session.groups?.find((candidate) => candidate.group === group.key);
    if (time === undefined) {
      return html`<td class="cell"></td>`;
    }
    const points = pointsOf(time.millipoints);
    const level = heatLevel(points, session.minutes, time.offLimits === true);
    return html`
      <td class="cell heat-${level}">
        ${clockOf(time.localStart)}
        <small>${this.#remark(session, time, points)}</small>
      </td>
    `;
  }

  #remark(session: Session, time: GroupTime, points: number) {
    const otherDay = sameDay(time.localStart, session.anchorLocalStart) ? '' : weekdayOf(time.localStart);
    const cost = points > 0 ? pointsText(points) : '';
    const text = [otherDay, cost, time.offLimits ? 'off limits' : ''].filter((part) => part !== '').join(' · ');
    return text === '' ? nothing : text;
  }
}
