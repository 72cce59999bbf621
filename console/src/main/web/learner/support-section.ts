import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { getSupportPlan } from '../api/reviews';
import type { Program, Reminder, SupportPlan } from '../api/types';
import { ProgramPart } from '../design/program-part';
import { base } from '../ui/base';
import { count } from '../ui/words';
import './recall-chart';

/** What learners are told, what helps those who struggle, and when somebody reminds them of what. */
@customElement('support-section')
export class SupportSection extends ProgramPart<SupportPlan> {
  static override styles = [
    base,
    css`
      .pair {
        display: grid;
        gap: 1.2rem 2rem;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
      }

      .pair > * {
        align-content: start;
      }

      .supports {
        display: grid;
        gap: 0.4rem;
        padding-left: 1.1rem;
      }

      .weeks {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        list-style: none;
      }

      .weeks li {
        display: grid;
        place-items: center;
        width: 2rem;
        height: 2rem;
        border: 1px solid var(--line);
        border-radius: 6px;
        font-size: 0.8125rem;
        font-variant-numeric: tabular-nums;
      }

      .weeks .due {
        background: var(--accent-soft);
        color: var(--accent);
      }

      .weeks .latest {
        border-color: var(--accent);
        background: var(--accent);
        color: var(--accent-ink);
        font-weight: 650;
      }

      blockquote {
        margin: 0;
        padding: 0.7rem 0.9rem;
        border-radius: 8px;
        background: var(--surface-sunk);
        font-size: 0.925rem;
      }

      .all {
        display: grid;
        gap: 0.6rem;
        margin-top: 0.6rem;
        list-style: none;
      }
    `,
  ];

  protected override read(program: Program): Promise<SupportPlan> {
    return getSupportPlan(program.name);
  }

  override render() {
    return html`
      <div class="card stack">
        <div class="row spread">
          <h2>Learners</h2>
          <span class="row small">
            <a href=${this.#sheet('HTML')} target="_blank" rel="noopener">What they are told</a>
            <a href=${this.#sheet('MARKDOWN')} download="learner-sheet.md">as Markdown</a>
          </span>
        </div>
        ${this.found === undefined ? this.waiting('Planning the support') : plan(this.found)}
      </div>
    `;
  }

  #sheet(format: string): string {
    return `/v1/${this.program.name}/learnerSheet?format=${format}`;
  }
}

function plan(found: SupportPlan) {
  const supports = found.supports ?? [];
  const reminders = found.reminders ?? [];
  const recalls = found.recalls ?? [];
  return html`
    <div class="pair">
      <div class="stack tight">
        <h3>For those who struggle alone</h3>
        ${supports.length === 0
          ? html`<p class="soft small">The description does not say that many do.</p>`
          : html`<ul class="supports small">
              ${supports.map((support) => html`<li>${support.text}</li>`)}
            </ul>`}
      </div>
      <div class="stack tight">
        <h3>A mail each week</h3>
        ${reminders.length === 0
          ? html`<p class="soft small">The launch sets the days.</p>`
          : weeks(reminders)}
      </div>
    </div>
    ${recalls.length === 0
      ? nothing
      : html`<div class="stack tight">
          <h3>When to recall what was learned</h3>
          <recall-chart .recalls=${recalls}></recall-chart>
          <p class="small soft">${found.recallSource}</p>
        </div>`}
  `;
}

/** Which weeks have come, with the mail of the latest of them, or else of the first. */
function weeks(reminders: readonly Reminder[]) {
  const due = reminders.filter((reminder) => reminder.state === 'DUE');
  const shown = due.at(-1) ?? reminders[0]!;
  return html`
    <p class="small soft">${due.length} of ${count(reminders.length, 'mail')} due. Syncopate sends none itself.</p>
    <ol class="weeks" aria-label="Weeks">
      ${reminders.map(
        (reminder) => html`<li
          class="${reminder.state.toLowerCase()} ${reminder === shown && due.length > 0 ? 'latest' : ''}"
          title=${reminder.date}
        >
          ${reminder.week}
        </li>`,
      )}
    </ol>
    <p class="small">${due.length > 0 ? 'The latest' : 'The first'}, on ${shown.date}:</p>
    <blockquote>${shown.text}</blockquote>
    <details class="small">
      <summary>All mails</summary>
      <ol class="all">
        ${reminders.map((reminder) => html`<li><b>${reminder.date}</b> ${reminder.text}</li>`)}
      </ol>
    </details>
  `;
}
