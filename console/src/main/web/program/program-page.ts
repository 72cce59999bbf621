import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Problem } from '../api/problem';
import { getAssessment, getProgram } from '../api/programs';
import type { Assessment, Launch, LaunchStep, Program } from '../api/types';
import '../decision/decision-section';
import '../design/cost-section';
import '../design/lint-section';
import '../design/quality-section';
import '../launch/launch-section';
import '../learner/support-section';
import '../outcome/outcome-section';
import '../outcome/review-section';
import '../outcome/switch-section';
import '../pilot/pilot-section';
import '../production/campaign-board';
import '../schedule/series-view';
import type { ReviewSection } from '../outcome/review-section';
import { linkTo } from '../shell/route';
import { base } from '../ui/base';
import '../ui/loading-line';
import '../ui/problem-note';
import { count, words } from '../ui/words';
import './progress-bar';

/** One program from its description to its outcomes; each part unlocks the next. */
@customElement('program-page')
export class ProgramPage extends LitElement {
  static override styles = [
    base,
    css`
      .head p {
        margin-top: 0.5rem;
      }

      .brief pre {
        max-height: 28rem;
        margin: 0.8rem 0 0;
        padding: 0.9rem;
        overflow: auto;
        border-radius: 8px;
        background: var(--surface-sunk);
      }
    `,
  ];

  @property() name = '';
  @state() private program: Program | undefined;
  @state() private assessment: Assessment | undefined;
  @state() private problem: Problem | undefined;

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('name')) {
      this.program = undefined;
      this.assessment = undefined;
      void this.#load();
    }
  }

  override render() {
    const program = this.program;
    if (program === undefined) {
      return this.problem
        ? html`<div class="stack">
            <problem-note .problem=${this.problem}></problem-note>
            <p class="row">
              <button @click=${this.#load}>Try again</button><a href=${linkTo({ at: 'home' })}>Go to the start</a>
            </p>
          </div>`
        : html`<loading-line label="Loading the program"></loading-line>`;
    }
    return html`
      <div class="stack" @program-changed=${this.#changed} @stale=${this.#load}>
        ${this.#head(program)}
        <progress-bar .steps=${stepsOf(program)} @go-to=${this.#goTo}></progress-bar>
        <section id="describe" tabindex="-1" class="card brief">${this.#brief(program)}</section>
        <section id="decide" tabindex="-1">
          <decision-section .program=${program} .assessment=${this.assessment}></decision-section>
        </section>
        <section id="mend" tabindex="-1"><lint-section .program=${program}></lint-section></section>
        <section id="quality" tabindex="-1"><quality-section .program=${program}></quality-section></section>
        <section id="costs" tabindex="-1"><cost-section .program=${program}></cost-section></section>
        ${program.acceptedAssessment === undefined
          ? nothing
          : html`<section id="try" tabindex="-1"><pilot-section .program=${program}></pilot-section></section>`}
        <section id="launch" tabindex="-1"><launch-section .program=${program}></launch-section></section>
        ${program.acceptedAssessment === undefined
          ? nothing
          : html`<section id="support" tabindex="-1"><support-section .program=${program}></support-section></section>`}
        ${this.#made(program.launch)}
        ${program.state === 'RUNNING' || program.state === 'REVIEWED'
          ? html`
              <section id="learn" tabindex="-1" @outcome-recorded=${this.#compareAgain}>
                <outcome-section .program=${program}></outcome-section>
              </section>
              <section id="review" tabindex="-1"><review-section .program=${program}></review-section></section>
              <section id="switch" tabindex="-1"><switch-section .program=${program}></switch-section></section>
            `
          : nothing}
      </div>
    `;
  }

  #head(program: Program) {
    return html`
      <div class="head">
        <p class="small"><a href=${linkTo({ at: 'home' })}>Programs</a></p>
        <div class="row spread">
          <h1>${program.displayName}</h1>
          <span class="chip">${words(program.state)}</span>
        </div>
        <p class="soft">${program.brief?.objective?.statement}</p>
      </div>
    `;
  }

  #brief(program: Program) {
    const audience = program.brief?.audience;
    const zones = audience?.zones?.length ?? 0;
    const activities = program.brief?.activities?.length ?? 0;
    const facts = [
      audience?.size === undefined ? '' : count(audience.size, 'learner'),
      zones === 0 ? '' : count(zones, 'time zone'),
      activities === 0 ? '' : count(activities, 'activity', 'activities'),
      count(program.successMetrics?.length ?? 0, 'success metric'),
    ];
    return html`
      <div class="row spread">
        <h2>Description</h2>
        <a href=${linkTo({ at: 'brief', name: program.name, question: '' })}>Change it</a>
      </div>
      <p class="small soft">${facts.filter((fact) => fact !== '').join(' · ')}</p>
      <details>
        <summary class="small">What is known about it</summary>
        <pre tabindex="0" aria-label="Description as JSON">${JSON.stringify(
          {
            brief: program.brief,
            successMetrics: program.successMetrics,
            learnerInformation: program.learnerInformation,
          },
          undefined,
          2,
        )}</pre>
      </details>
    `;
  }

  #made(launch: Launch | undefined) {
    const series = made(launch, 'SERIES');
    const campaign = made(launch, 'CAMPAIGN');
    return html`
      ${series
        ? html`<section id="meet" tabindex="-1"><series-view .name=${series}></series-view></section>`
        : nothing}
      ${campaign
        ? html`<section id="produce" tabindex="-1"><campaign-board .name=${campaign}></campaign-board></section>`
        : nothing}
    `;
  }

  readonly #load = async (): Promise<void> => {
    const name = this.name;
    this.problem = undefined;
    try {
      const program = await getProgram(name);
      if (name === this.name) {
        await this.#show(program);
      }
    } catch (thrown) {
      this.problem = Problem.of(thrown);
    }
  };

  readonly #changed = (event: CustomEvent<Program>): void => {
    void this.#show(event.detail).catch((thrown: unknown) => {
      this.problem = Problem.of(thrown);
    });
  };

  async #show(program: Program): Promise<void> {
    const latest = program.latestAssessment ?? '';
    const assessment =
      latest === '' || latest === this.assessment?.name ? this.assessment : await getAssessment(latest);
    this.program = program;
    this.assessment = assessment;
    document.title = `${program.displayName ?? 'Program'} · Syncopate`;
  }

  readonly #compareAgain = (): void => {
    void this.renderRoot.querySelector<ReviewSection>('review-section')?.load();
  };

  readonly #goTo = (event: CustomEvent<string>): void => {
    const section = this.renderRoot.querySelector<HTMLElement>(`#${event.detail}`);
    section?.focus({ preventScroll: true });
    section?.scrollIntoView({ block: 'start' });
  };
}

function made(launch: Launch | undefined, kind: LaunchStep['kind']): string | undefined {
  return launch?.steps?.find((step) => step.kind === kind && step.state === 'DONE')?.resource;
}

function stepsOf(program: Program) {
  const launched = program.launch?.state === 'COMPLETE';
  return [
    { id: 'describe', title: 'Describe', done: true, open: true },
    { id: 'decide', title: 'Decide', done: program.acceptedAssessment !== undefined, open: true },
    {
      id: 'try',
      title: 'Try',
      done: program.pilot?.state === 'FINISHED',
      open: program.acceptedAssessment !== undefined,
    },
    { id: 'launch', title: 'Launch', done: launched, open: program.acceptedAssessment !== undefined },
    { id: 'meet', title: 'Meet', done: false, open: made(program.launch, 'SERIES') !== undefined },
    { id: 'produce', title: 'Produce', done: false, open: made(program.launch, 'CAMPAIGN') !== undefined },
    { id: 'learn', title: 'Learn', done: program.state === 'REVIEWED', open: launched },
  ];
}
