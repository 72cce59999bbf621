import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Attempt } from '../api/attempt';
import { Problem } from '../api/problem';
import { cancelLaunch, getProgram, getReadiness, launchProgram } from '../api/programs';
import type { Launch, LaunchBlocker, LaunchStep, Program } from '../api/types';
import { base } from '../ui/base';
import '../ui/problem-note';
import { words } from '../ui/words';

const REFRESH_MILLIS = 1_000;

/** Starts the launch and shows how far it is. Sends `program-changed` with the program as it then is. */
@customElement('launch-section')
export class LaunchSection extends LitElement {
  static override styles = [
    base,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 0.8rem;
      }

      .field {
        width: 12rem;
      }

      ol {
        list-style: none;
      }

      li {
        display: grid;
        gap: 0.2rem 1rem;
        grid-template-columns: 6.5rem minmax(0, 1fr);
        padding-block: 0.5rem;
        border-top: 1px solid var(--line);
      }

      li.plain {
        display: list-item;
        border: 0;
        list-style: disc inside;
      }

      li .chip {
        place-self: start;
      }
    `,
  ];

  @property({ attribute: false }) program!: Program;
  @state() private problem: Problem | undefined;
  @state() private busy = false;
  @state() private blockers: readonly LaunchBlocker[] = [];
  @query('input') private startDate!: HTMLInputElement;
  #attempt = new Attempt();
  #timer = 0;
  #checked = '';

  override willUpdate(): void {
    const version = `${this.program.name} ${this.program.etag}`;
    if (version !== this.#checked) {
      this.#checked = version;
      void this.#check(version);
    }
  }

  override disconnectedCallback(): void {
    window.clearTimeout(this.#timer);
    super.disconnectedCallback();
  }

  override updated(): void {
    window.clearTimeout(this.#timer);
    const state = this.program.launch?.state;
    if ((state === 'IN_PROGRESS' || state === 'CANCELLING') && this.isConnected) {
      this.#timer = window.setTimeout(() => void this.#refresh(), REFRESH_MILLIS);
    }
  }

  override render() {
    return html`
      <div class="card stack">
        <h2>Launch</h2>
        ${this.program.launch ? this.#progress(this.program.launch) : this.#form()}
        <problem-note .problem=${this.problem}></problem-note>
      </div>
    `;
  }

  #form() {
    if (this.program.acceptedAssessment === undefined) {
      return html`<p class="soft">
        Accept an assessment first. Then its live activities become a series of sessions, and its self-paced ones a
        campaign of things to produce.
      </p>`;
    }
    return html`
      <p>
        Live activities become one series, planned fairly over the learners' zones. Self-paced ones become the assets of
        one campaign. Both can be seen below as soon as they exist.
      </p>
      ${this.blockers.length === 0
        ? nothing
        : html`<div class="note">
            <p>Before that:</p>
            <ul>
              ${this.blockers.map((blocker) => html`<li class="plain">${blocker.description}</li>`)}
            </ul>
          </div>`}
      <p class="small">
        <a href="/v1/${this.program.name}/learnerSheet?format=HTML" target="_blank" rel="noopener"
          >What learners are told</a
        >
      </p>
      <form @submit=${this.#launch}>
        <div class="field">
          <label for="start">First day</label>
          <input id="start" type="date" required .value=${nextMonday()} />
        </div>
        <button class="primary" ?disabled=${this.busy}>${this.busy ? 'Launching…' : 'Launch'}</button>
      </form>
    `;
  }

  #progress(launch: Launch) {
    return html`
      <p role="status">${this.#told(launch)}</p>
      <ol>
        ${(launch.steps ?? []).map((step) => this.#step(step))}
      </ol>
      ${launch.state === 'REFUSED' ? this.#ways(launch) : nothing}
    `;
  }

  #told(launch: Launch) {
    switch (launch.state) {
      case 'COMPLETE':
        return html`<span class="chip good">complete</span> Everything was made, starting on ${launch.startDate}.`;
      case 'IN_PROGRESS':
        return html`<span class="chip warn">in progress</span> What was interrupted goes on by itself.`;
      case 'REFUSED':
        return html`<span class="chip bad">refused</span> It waits for you: go on once the cause is mended, or take it
          back.`;
      case 'CANCELLING':
        return html`<span class="chip warn">cancelling</span> What was made is being taken back.`;
    }
  }

  #ways(launch: Launch) {
    const resume = () =>
      this.#ask('resume', (key) => launchProgram(this.program, launch.startDate ?? '', key));
    const cancel = () => this.#ask('cancel', (key) => cancelLaunch(this.program, key));
    return html`
      <p>
        <button class="primary" ?disabled=${this.busy} @click=${resume}>Go on</button>
        <button ?disabled=${this.busy} @click=${cancel}>Take the launch back</button>
      </p>
    `;
  }

  #step(step: LaunchStep) {
    return html`
      <li>
        <span class="chip ${toneOf(step)}">${words(step.state)}</span>
        <div>
          <p>
            <b>${step.kind === 'SERIES' ? 'Sessions' : 'Production'}</b>
            ${step.resource ? html`<span class="mono soft">${step.resource}</span>` : nothing}
          </p>
          ${step.detail ? html`<p class="small soft">${step.detail}</p>` : nothing}
        </div>
      </li>
    `;
  }

  readonly #launch = async (event: Event): Promise<void> => {
    event.preventDefault();
    const startDate = this.startDate.value;
    await this.#ask(`launch ${startDate}`, (key) => launchProgram(this.program, startDate, key));
  };

  async #ask(what: string, call: (key: string) => Promise<Program>): Promise<void> {
    this.problem = undefined;
    this.busy = true;
    try {
      const request = { what, program: this.program.name, etag: this.program.etag };
      this.#announce(await call(this.#attempt.keyFor(request)));
      this.#attempt.settled();
    } catch (thrown) {
      this.problem = Problem.of(thrown);
      if (this.problem.stale) {
        this.dispatchEvent(new CustomEvent('stale', { bubbles: true, composed: true }));
      }
    } finally {
      this.busy = false;
    }
  }

  /** What is in the way is shown beside the button; that it cannot be asked is no reason to hide the button. */
  async #check(version: string): Promise<void> {
    if (this.program.launch !== undefined || this.program.acceptedAssessment === undefined) {
      this.blockers = [];
      return;
    }
    try {
      const readiness = await getReadiness(this.program.name);
      if (version === this.#checked) {
        this.blockers = readiness.blockers ?? [];
      }
    } catch {
      this.blockers = [];
    }
  }

  async #refresh(): Promise<void> {
    try {
      this.#announce(await getProgram(this.program.name));
      this.problem = undefined;
    } catch (thrown) {
      this.problem = Problem.of(thrown);
      this.#timer = window.setTimeout(() => void this.#refresh(), 5 * REFRESH_MILLIS);
    }
  }

  #announce(detail: Program): void {
    this.dispatchEvent(new CustomEvent('program-changed', { detail, bubbles: true, composed: true }));
  }
}

function toneOf(step: LaunchStep): string {
  switch (step.state) {
    case 'DONE':
      return 'good';
    case 'FAILED':
    case 'REFUSED':
      return 'bad';
    case 'PENDING':
      return 'warn';
    case 'NOT_NEEDED':
      return '';
  }
}

/** The Monday after today, as a date input writes it. */
function nextMonday(): string {
  const day = new Date();
  day.setDate(day.getDate() + (((8 - day.getDay()) % 7) || 7));
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`;
}
