import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Attempt } from '../api/attempt';
import { Problem } from '../api/problem';
import { finishPilot, planPilot, recordPilot } from '../api/programs';
import type { Pilot, PilotDecision, PilotFeedback, PilotFeedbackKind, PilotFinding, Program } from '../api/types';
import { base } from '../ui/base';
import '../ui/problem-note';
import { count, words } from '../ui/words';

const KINDS: readonly PilotFeedbackKind[] = ['TIMING', 'ENGAGEMENT', 'COGNITIVE_LOAD', 'TECHNICAL_ISSUES'];

const ACTIONS: readonly PilotDecision['action'][] = [
  'CHANGE_CONTENT',
  'CHANGE_FACILITATION',
  'CHANGE_TECHNOLOGY',
  'CHANGE_WORKFLOW',
  'KEEP',
];

/** The trial before the launch: planned, told of, decided on, finished. Sends `program-changed`. */
@customElement('pilot-section')
export class PilotSection extends LitElement {
  static override styles = [
    base,
    css`
      form {
        display: grid;
        gap: 0.9rem;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 12rem), 1fr));
        align-items: end;
      }

      .wide {
        grid-column: 1 / -1;
      }

      ul {
        padding-left: 1.1rem;
      }

      li + li {
        margin-top: 0.4rem;
      }
    `,
  ];

  @property({ attribute: false }) program!: Program;
  @state() private problem: Problem | undefined;
  @state() private busy = false;
  #attempt = new Attempt();

  override render() {
    const pilot = this.program.pilot;
    return html`
      <div class="card stack">
        <div class="row spread">
          <h2>Pilot</h2>
          ${pilot === undefined
            ? nothing
            : html`<span class="chip ${pilot.state === 'FINISHED' ? 'good' : 'warn'}">${words(pilot.state)}</span>`}
        </div>
        ${pilot === undefined ? this.#planForm() : this.#shown(pilot)}
        <problem-note .problem=${this.problem}></problem-note>
      </div>
    `;
  }

  #planForm() {
    return html`
      <p>
        Two weeks with a small group that is like the audience show what would go wrong with everybody. Ten people are
        shared out over the zones of the audience; a pilot that was held already is written down afterwards.
      </p>
      <form @submit=${this.#plan}>
        <div class="field">
          <label for="pilot-start">First day</label>
          <input id="pilot-start" name="start" type="date" required />
        </div>
        <div class="field wide">
          <label for="drawn">How its people are chosen</label>
          <input id="drawn" name="drawn" type="text" required maxlength="1000" />
        </div>
        <div class="wide"><button class="primary" ?disabled=${this.busy}>Plan the pilot</button></div>
      </form>
    `;
  }

  #shown(pilot: Pilot) {
    const open = pilot.state === 'OPEN' && this.program.launch === undefined;
    const zones = (pilot.sample.strata ?? []).map((group) => `${group.value} ${group.sampleCount ?? 0}`);
    const told = [...(pilot.sample.departures ?? []), ...(pilot.notes ?? [])];
    return html`
      <p>
        ${pilot.startDate} to ${pilot.endDate}, with ${count(pilot.sample.size ?? 0, 'person', 'people')}:
        ${pilot.sample.drawn}${zones.length === 0 ? '' : ` (${zones.join(', ')})`}.
      </p>
      ${told.length === 0 ? nothing : html`<ul class="small soft">${told.map((each) => html`<li>${each}</li>`)}</ul>`}
      ${this.#feedback(pilot)} ${this.#findings(pilot, open)} ${open ? this.#open(pilot) : nothing}
    `;
  }

  #feedback(pilot: Pilot) {
    const said = (pilot.feedback ?? []).map(
      (each) => `${words(each.kind)} ${each.rating} of 5 (${each.respondents})`,
    );
    return said.length === 0 ? nothing : html`<p class="small">They said: ${said.join(' · ')}.</p>`;
  }

  #findings(pilot: Pilot, open: boolean) {
    const findings = pilot.findings ?? [];
    return findings.length === 0
      ? nothing
      : html`<ul>
          ${findings.map(
            (finding) =>
              html`<li>
                <span class="chip ${finding.effect === 'ADVERSE' ? 'bad' : ''}">${words(finding.effect)}</span>
                ${finding.text}
                ${finding.decision
                  ? html`<span class="soft">${words(finding.decision.action)}: ${finding.decision.reason}</span>`
                  : open && finding.effect === 'ADVERSE'
                    ? this.#decision(finding)
                    : nothing}
              </li>`,
          )}
        </ul>`;
  }

  #decision(finding: PilotFinding) {
    const id = `decision-${finding.key}`;
    return html`
      <form @submit=${(event: SubmitEvent) => this.#decide(event, finding)}>
        <div class="field">
          <label for="${id}-action">Change</label>
          <select id="${id}-action" name="action">
            ${ACTIONS.map((action) => html`<option value=${action}>${words(action)}</option>`)}
          </select>
        </div>
        <div class="field">
          <label for=${id}>What is done about it</label>
          <input id=${id} name="reason" required maxlength="2000" />
        </div>
        <div><button ?disabled=${this.busy}>Decide</button></div>
      </form>
    `;
  }

  #open(pilot: Pilot) {
    return html`
      <form @submit=${this.#keep}>
        ${KINDS.map(
          (kind) => html`<div class="field">
            <label for=${kind}>${sentence(kind)}, 1 to 5</label>
            <input id=${kind} name=${kind} type="number" min="1" max="5" step="any" />
          </div>`,
        )}
        <div class="field">
          <label for="respondents">People who answered</label>
          <input id="respondents" name="respondents" type="number" min="1" max=${pilot.sample.size ?? 1} required />
        </div>
        <div class="wide"><button ?disabled=${this.busy}>Keep what they said</button></div>
      </form>
      <form @submit=${this.#find}>
        <div class="field">
          <label for="about">A finding against it, about</label>
          <select id="about" name="kind">
            ${KINDS.map((kind) => html`<option value=${kind}>${words(kind)}</option>`)}
          </select>
        </div>
        <div class="field">
          <label for="found">What was found</label>
          <input id="found" name="text" required maxlength="2000" />
        </div>
        <div><button ?disabled=${this.busy}>Add the finding</button></div>
      </form>
      <p>
        <button class="primary" ?disabled=${this.busy} @click=${this.#finish}>Finish the pilot</button>
      </p>
    `;
  }

  readonly #plan = (event: SubmitEvent): Promise<void> => {
    const form = formOf(event);
    const sample = { drawn: text(form, 'drawn') };
    return this.#ask({ plan: text(form, 'start'), sample }, (key) =>
      planPilot(this.program, text(form, 'start'), sample, key),
    );
  };

  readonly #keep = (event: SubmitEvent): Promise<void> => {
    const form = formOf(event);
    const respondents = Number(text(form, 'respondents'));
    const feedback: PilotFeedback[] = KINDS.filter((kind) => text(form, kind) !== '').map((kind) => ({
      kind,
      rating: Number(text(form, kind)),
      respondents,
    }));
    return this.#ask({ feedback }, (key) => recordPilot(this.program, { feedback }, key));
  };

  readonly #find = (event: SubmitEvent): Promise<void> => {
    const form = formOf(event);
    const taken = new Set((this.program.pilot?.findings ?? []).map((each) => each.key));
    let number = taken.size + 1;
    while (taken.has(`finding-${number}`)) {
      number++;
    }
    const finding: PilotFinding = {
      key: `finding-${number}`,
      kind: text(form, 'kind') as PilotFeedbackKind,
      effect: 'ADVERSE',
      text: text(form, 'text'),
    };
    return this.#ask({ finding }, (key) => recordPilot(this.program, { findings: [finding] }, key));
  };

  #decide(event: SubmitEvent, finding: PilotFinding): Promise<void> {
    const form = formOf(event);
    const decision: PilotDecision = {
      action: text(form, 'action') as PilotDecision['action'],
      reason: text(form, 'reason'),
    };
    return this.#ask({ finding: finding.key, decision }, (key) =>
      recordPilot(this.program, { findings: [{ ...finding, decision }] }, key),
    );
  }

  readonly #finish = (): Promise<void> => this.#ask({ finish: true }, (key) => finishPilot(this.program, key));

  async #ask(what: object, call: (key: string) => Promise<Program>): Promise<void> {
    this.problem = undefined;
    this.busy = true;
    try {
      const request = { what, program: this.program.name, etag: this.program.etag };
      const detail = await call(this.#attempt.keyFor(request));
      this.#attempt.settled();
      this.dispatchEvent(new CustomEvent('program-changed', { detail, bubbles: true, composed: true }));
    } catch (thrown) {
      this.problem = Problem.of(thrown);
      if (this.problem.stale) {
        this.dispatchEvent(new CustomEvent('stale', { bubbles: true, composed: true }));
      }
    } finally {
      this.busy = false;
    }
  }
}

function formOf(event: SubmitEvent): FormData {
  event.preventDefault();
  return new FormData(event.target as HTMLFormElement);
}

function text(form: FormData, name: string): string {
  return String(form.get(name) ?? '').trim();
}

function sentence(kind: PilotFeedbackKind): string {
  const said = words(kind);
  return said.charAt(0).toUpperCase() + said.slice(1);
}
