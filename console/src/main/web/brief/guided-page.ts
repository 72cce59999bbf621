import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Attempt } from '../api/attempt';
import { currentCaller } from '../api/platform';
import { Problem } from '../api/problem';
import { createProgram, getProgram, updateProgram } from '../api/programs';
import type { Assessment, Program } from '../api/types';
import { EXAMPLES } from '../program/examples';
import { linkTo } from '../shell/route';
import { base } from '../ui/base';
import '../ui/loading-line';
import '../ui/problem-note';
import { workflowName } from '../ui/words';
import { type Answers, asDraft, asScored, canBeScored, describedIn, isAnswered, valueAt, withValue } from './answers';
import './brief-question';
import type { BriefQuestion, Mistake } from './brief-question';
import { STEPS, questionAt, questionForField, questionsOf, stepOf, type QuestionGroup, type Step } from './catalogue';
import { type Change, changeBetween } from './change';
import { DraftStore } from './draft-store';
import { Guidance } from './guidance';
import './live-answer';
import { Previewer } from './previewer';
import './step-strip';

const FIRST_STEP = STEPS[0]!.id;

type Mistakes = ReadonlyMap<string, readonly Mistake[]>;

const NO_MISTAKES: readonly Mistake[] = [];

/** A program described by answering questions in the guide's order, with what it would be answered beside them. */
@customElement('guided-page')
export class GuidedPage extends LitElement {
  static override styles = [
    base,
    css`
      .columns {
        display: grid;
        gap: 1.4rem;
        grid-template-columns: minmax(0, 1fr);
        align-items: start;
      }

      .choice {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.3rem 0.6rem;
      }

      .choice select {
        width: auto;
        max-width: 100%;
      }

      .questions {
        display: grid;
        gap: 1.7rem 1.4rem;
        grid-template-columns: minmax(0, 1fr);
      }

      @media (min-width: 44rem) {
        .questions {
          grid-template-columns: repeat(2, minmax(0, 1fr));
          align-items: start;
        }

        brief-question:not(.half) {
          grid-column: 1 / -1;
        }
      }

      .group + .group {
        margin-top: 1.7rem;
        padding-top: 1.3rem;
        border-top: 1px solid var(--line);
      }

      .group h3 {
        margin-bottom: 1.1rem;
        color: var(--ink-soft);
        font-size: 0.875rem;
        font-weight: 600;
        letter-spacing: 0.02em;
      }

      details.group > summary {
        padding-block: 0.2rem;
      }

      details.group > .questions,
      details.group > p {
        margin-top: 1rem;
      }

      .lead {
        color: var(--ink-soft);
      }

      .foot {
        padding-top: 1.2rem;
        border-top: 1px solid var(--line);
      }

      .json textarea {
        min-height: 16rem;
        margin-top: 0.6rem;
        font-family: var(--mono);
        font-size: 0.8125rem;
        white-space: pre;
      }

      .peek {
        position: sticky;
        bottom: 0.5rem;
        z-index: 2;
        justify-content: space-between;
        width: 100%;
        border-color: var(--accent);
        box-shadow: 0 4px 16px rgb(0 0 0 / 25%);
      }

      @media (min-width: 62rem) {
        .columns {
          grid-template-columns: minmax(0, 1fr) 23rem;
        }

        aside {
          position: sticky;
          top: 0.8rem;
          max-height: calc(100vh - 1.6rem);
          overflow-y: auto;
          border-radius: var(--radius);
          scrollbar-width: thin;
        }

        .peek {
          display: none;
        }
      }
    `,
  ];

  /** Id of the example that a new program begins with; empty for none. */
  @property() example = '';
  /** `programs/{program}` whose description is changed; empty for a new one. */
  @property() name = '';
  /** Path of a question to begin at; empty for where the draft was left. */
  @property() goTo = '';
  @state() private answers: Answers | undefined;
  @state() private step = FIRST_STEP;
  @state() private guidance = Guidance.NONE;
  @state() private assessment: Assessment | undefined;
  @state() private change: Change | undefined;
  @state() private changed: readonly string[] = [];
  @state() private waiting = false;
  /** Why there is no answer to the brief as it stands. */
  @state() private previewProblem: Problem | undefined;
  /** Why it could not be opened, created or saved. */
  @state() private problem: Problem | undefined;
  /** What was refused when it was scored, by the path of the question. */
  @state() private scoredMistakes: Mistakes = new Map();
  /** What was refused when it was sent; an answer to what is scored takes none of it back. */
  @state() private sentMistakes: Mistakes = new Map();
  @state() private kept = false;
  @state() private dropping = false;
  @state() private busy = false;
  /** The program as it is now, where somebody else has changed it since this description was begun. */
  @state() private theirs: Program | undefined;
  @query('live-answer') private liveAnswer!: HTMLElement;
  #program: Program | undefined;
  #store: DraftStore | undefined;
  #attempt = new Attempt();
  #sinceAnswer = new Set<string>();
  #opened = 0;
  readonly #previewer = new Previewer({
    answered: (assessment) => this.#answered(assessment),
    failed: (problem) => this.#unanswered(problem),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    void Guidance.load().then((guidance) => {
      this.guidance = guidance;
    });
  }

  override disconnectedCallback(): void {
    this.#previewer.stop();
    super.disconnectedCallback();
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('name') || changed.has('example')) {
      void this.#open();
    }
  }

  override render() {
    const answers = this.answers;
    if (answers === undefined) {
      return this.problem
        ? html`<div class="stack">
            <problem-note .problem=${this.problem}></problem-note>
            <p class="row">
              <button @click=${this.#open}>Try again</button><a href=${linkTo({ at: 'home' })}>Go to the start</a>
            </p>
          </div>`
        : html`<loading-line label="Opening the description"></loading-line>`;
    }
    const step = this.#shownStep();
    return html`
      <div class="stack">
        ${this.#head()} ${this.theirs ? this.#stale(this.theirs) : nothing}
        <div class="columns">
          <div class="stack">
            <step-strip
              .answers=${answers}
              .current=${step.id}
              .wrong=${this.#wrongSteps()}
              @step=${(event: CustomEvent<string>) => this.#show(event.detail)}
            ></step-strip>
            <section class="card stack" aria-labelledby="step">
              <div>
                <h2 id="step" tabindex="-1">${STEPS.indexOf(step) + 1}. ${step.title}</h2>
                <p class="lead">${step.lead}</p>
              </div>
              <div @answer=${this.#take}>${step.groups.map((group) => this.#group(answers, group))}</div>
              ${this.#foot(step)}
            </section>
          </div>
          <aside aria-label="The answer as you describe">
            <live-answer
              .assessment=${this.assessment}
              .change=${this.change}
              .changed=${this.changed}
              .problem=${this.previewProblem}
              .waiting=${this.waiting}
              .unstated=${!canBeScored(answers)}
              @jump=${(event: CustomEvent<string>) => this.#jump(event.detail)}
            ></live-answer>
          </aside>
        </div>
        ${this.#asJson(answers)} ${this.#peek(answers)}
      </div>
    `;
  }

  #head() {
    const example = EXAMPLES.find((candidate) => candidate.id === this.example);
    return html`
      <div class="stack tight">
        <div class="row spread">
          <h1>${this.name === '' ? 'Describe a program' : 'Change the description'}</h1>
          ${this.name === ''
            ? html`<div class="choice">
                <label for="example">Example</label>
                <select id="example" @change=${this.#choose}>
                  <option value="" ?selected=${example === undefined}>None: your own</option>
                  ${EXAMPLES.map(
                    (candidate) =>
                      html`<option value=${candidate.id} ?selected=${candidate === example}>${candidate.title}</option>`,
                  )}
                </select>
              </div>`
            : nothing}
        </div>
        <div class="row spread">
          <p class="soft">Answer what you know, in any order. What you leave out is named, never guessed.</p>
          ${this.#draft()}
        </div>
      </div>
    `;
  }

  #draft() {
    if (!this.kept) {
      return nothing;
    }
    return this.dropping
      ? html`<span class="row small" role="group" aria-label="Start again">
          Drop all your answers?
          <button class="compact" @click=${this.#startAgain}>Drop them</button>
          <button class="compact" @click=${() => (this.dropping = false)}>Keep them</button>
        </span>`
      : html`<span class="row small soft">
          Draft kept in this browser.
          <button class="plain" @click=${() => (this.dropping = true)}>Start again</button>
        </span>`;
  }

  #stale(theirs: Program) {
    const differing = this.#differing(theirs);
    return html`
      <div class="note stack tight" role="alert">
        <p><b>Somebody else has changed this description since you began.</b></p>
        <p class="small">
          ${differing.length === 0
            ? 'Their description says the same as yours.'
            : html`Different from yours: ${differing.slice(0, 6).join(' · ')}${differing.length > 6
                ? ` and ${differing.length - 6} more`
                : ''}`}
        </p>
        <div class="row">
          <button class="compact" @click=${this.#reload}>Load what is there now</button>
          <button class="compact" @click=${this.#keepMine}>Keep my answers</button>
        </div>
      </div>
    `;
  }

  #group(answers: Answers, group: QuestionGroup) {
    const questions = html`
      <div class="questions">
        ${group.questions.map(
          (question) => html`<brief-question
            class=${question.kind === 'NUMBER' ? 'half' : ''}
            data-path=${question.path}
            .question=${question}
            .ask=${this.guidance.asks(question.path)}
            .criteria=${this.guidance.criteriaFor(question.path)}
            .value=${valueAt(answers, question.path)}
            .mistakes=${this.sentMistakes.get(question.path) ?? this.scoredMistakes.get(question.path) ?? NO_MISTAKES}
          ></brief-question>`,
        )}
      </div>
    `;
    if (!group.folded) {
      return html`<div class="group">
        ${group.title ? html`<h3>${group.title}</h3>` : nothing} ${questions}
      </div>`;
    }
    const answered = group.questions.filter((question) => isAnswered(answers, question.path)).length;
    return html`
      <details class="group" ?open=${answered > 0}>
        <summary>
          ${group.title} ${answered > 0 ? html`<span class="small soft">${answered} answered</span>` : nothing}
        </summary>
        ${group.lead ? html`<p class="small soft">${group.lead}</p>` : nothing} ${questions}
      </details>
    `;
  }

  #foot(step: Step) {
    const index = STEPS.indexOf(step);
    const before = STEPS[index - 1];
    const next = STEPS[index + 1];
    return html`
      <div class="foot stack">
        <problem-note .problem=${this.problem}></problem-note>
        <div class="row spread">
          <span class="row">
            ${before ? html`<button @click=${() => this.#show(before.id)}>Back</button>` : nothing}
            ${next
              ? html`<button class="primary" @click=${() => this.#show(next.id)}>Next: ${next.title.toLowerCase()}</button>`
              : nothing}
          </span>
          <span class="row">
            <button class=${next ? '' : 'primary'} ?disabled=${this.busy} @click=${this.#send}>${this.#doing()}</button>
            ${this.name === ''
              ? nothing
              : html`<a href=${linkTo({ at: 'program', name: this.name })}>Back to the program</a>`}
          </span>
        </div>
      </div>
    `;
  }

  #doing(): string {
    if (this.name === '') {
      return this.busy ? 'Creating…' : 'Create the program';
    }
    return this.busy ? 'Saving…' : 'Save the description';
  }

  #asJson(answers: Answers) {
    return html`
      <details class="json small">
        <summary class="soft">The same as JSON, as the API takes it</summary>
        <textarea readonly aria-label="Program as JSON" .value=${JSON.stringify(asDraft(answers), undefined, 2)}></textarea>
      </details>
    `;
  }

  /** On a narrow screen the answer is far below: this says it in a line and leads there. */
  #peek(answers: Answers) {
    const it = this.assessment;
    if (it === undefined || !canBeScored(answers)) {
      return nothing;
    }
    const known = `${it.confidence?.percent ?? 0} % known`;
    const says = (it.contributions ?? []).length === 0 ? 'Nothing to go on yet' : workflowName(it.recommended);
    return html`<button class="peek" @click=${() => this.liveAnswer.scrollIntoView({ block: 'start' })}>
      <b>${says}${it.nearTie && says !== 'Nothing to go on yet' ? ', a near tie' : ''}</b>
      <span class="small soft">${known} ↓</span>
    </button>`;
  }

  #shownStep(): Step {
    return STEPS.find((step) => step.id === this.step) ?? STEPS[0]!;
  }

  #wrongSteps(): ReadonlySet<string> {
    return new Set(
      [...this.sentMistakes.keys(), ...this.scoredMistakes.keys()].map((path) => questionAt(path)).flatMap((question) => (question ? [stepOf(question).id] : [])),
    );
  }

  #differing(theirs: Program): readonly string[] {
    const other = describedIn(theirs);
    return STEPS.flatMap(questionsOf)
      .filter(
        ({ path }) => JSON.stringify(valueAt(other, path)) !== JSON.stringify(valueAt(this.answers ?? {}, path)),
      )
      .map((question) => question.ask);
  }

  readonly #open = async (): Promise<void> => {
    const opened = ++this.#opened;
    this.#previewer.stop();
    this.answers = undefined;
    this.assessment = undefined;
    this.problem = undefined;
    this.theirs = undefined;
    this.dropping = false;
    try {
      const caller = await currentCaller();
      const program = this.name === '' ? undefined : await getProgram(this.name);
      if (opened !== this.#opened) {
        return;
      }
      const which = this.name === '' ? `new ${this.example}` : this.name;
      this.#store = new DraftStore(`${caller?.tenant} ${caller?.person}`, which);
      this.#program = program;
      this.#begin(this.#store);
      this.#jump(this.goTo);
    } catch (thrown) {
      if (opened === this.#opened) {
        this.problem = Problem.of(thrown);
      }
    }
  };

  #begin(store: DraftStore): void {
    const draft = store.read();
    const current = this.#program;
    if (draft !== undefined && current !== undefined && draft.etag !== current.etag) {
      this.theirs = current;
      this.#program = { ...current, etag: draft.etag };
    }
    this.kept = draft !== undefined;
    this.step = draft?.step ?? FIRST_STEP;
    this.#attempt = new Attempt(draft?.attempt);
    this.#describe(draft?.answers ?? this.#beginning());
  }

  /** What a description begins with: that of the program, of the example, or none. */
  #beginning(): Answers {
    if (this.#program !== undefined) {
      return describedIn(this.#program);
    }
    return (EXAMPLES.find((candidate) => candidate.id === this.example)?.body as Answers | undefined) ?? {};
  }

  #describe(answers: Answers): void {
    this.answers = answers;
    this.sentMistakes = new Map();
    this.scoredMistakes = new Map();
    this.assessment = undefined;
    this.change = undefined;
    this.changed = [];
    this.#sinceAnswer.clear();
    this.#preview();
  }

  #preview(): void {
    const answers = this.answers ?? {};
    if (canBeScored(answers)) {
      this.waiting = true;
      this.#previewer.ask(asScored(answers));
    } else {
      this.waiting = false;
      this.#previewer.stop();
    }
  }

  #answered(assessment: Assessment): void {
    const before = this.assessment;
    this.waiting = false;
    this.previewProblem = undefined;
    this.scoredMistakes = new Map();
    this.assessment = assessment;
    if (before !== undefined && this.#sinceAnswer.size > 0) {
      this.change = changeBetween(before, assessment);
      this.changed = [...this.#sinceAnswer];
    }
    this.#sinceAnswer.clear();
  }

  #unanswered(problem: Problem): void {
    this.waiting = false;
    this.previewProblem = problem;
    this.scoredMistakes = mistakesIn(problem);
  }

  readonly #take = (event: CustomEvent<unknown>): void => {
    const question = (event.target as BriefQuestion).question;
    this.answers = withValue(this.answers ?? {}, question.path, event.detail);
    this.problem = undefined;
    this.#forgive(question.path);
    this.#keep();
    if (question.path.startsWith('brief.')) {
      this.#sinceAnswer.add(this.guidance.asks(question.path) || question.ask);
      this.#preview();
    }
  };

  #forgive(path: string): void {
    this.sentMistakes = without(this.sentMistakes, path);
    this.scoredMistakes = without(this.scoredMistakes, path);
  }

  #keep(): void {
    this.kept = true;
    this.#store?.keep({
      answers: this.answers ?? {},
      step: this.step,
      etag: this.#program?.etag ?? '',
      attempt: this.#attempt.saved,
    });
  }

  readonly #startAgain = (): void => {
    this.#store?.drop();
    this.kept = false;
    this.dropping = false;
    this.step = FIRST_STEP;
    this.problem = undefined;
    this.#attempt = new Attempt();
    this.#describe(this.#beginning());
  };

  /** Shows a step from its top. */
  #show(step: string): void {
    this.step = step;
    if (this.kept) {
      this.#keep();
    }
    void this.updateComplete.then(() => {
      const title = this.renderRoot.querySelector<HTMLElement>('#step');
      title?.focus({ preventScroll: true });
      this.scrollIntoView({ block: 'start' });
    });
  }

  /** Goes to a question in whatever step it is. */
  #jump(path: string): void {
    const question = questionAt(path);
    if (question === undefined) {
      return;
    }
    this.step = stepOf(question).id;
    void this.updateComplete.then(async () => {
      const element = this.renderRoot.querySelector<BriefQuestion>(`[data-path="${path}"]`);
      const folded = element?.closest('details');
      if (folded) {
        folded.open = true;
      }
      await element?.updateComplete;
      element?.focusAnswer();
    });
  }

  readonly #choose = (event: Event): void => {
    window.location.hash = linkTo({ at: 'new', example: (event.target as HTMLSelectElement).value });
  };

  readonly #send = async (): Promise<void> => {
    const draft = asDraft(this.answers ?? {});
    this.problem = undefined;
    const unstated = requiredIn(this.answers ?? {});
    if (unstated.size > 0) {
      this.#point(unstated);
      return;
    }
    this.busy = true;
    try {
      const program = this.#program;
      const key = this.#attempt.keyFor({ draft, etag: program?.etag ?? '' });
      this.#keep();
      const made = await (program === undefined ? createProgram(draft, key) : updateProgram(program, draft, key));
      this.#store?.drop();
      window.location.hash = linkTo({ at: 'program', name: made.name });
    } catch (thrown) {
      await this.#refused(Problem.of(thrown));
    } finally {
      this.busy = false;
    }
  };

  async #refused(problem: Problem): Promise<void> {
    if (problem.stale && this.name !== '') {
      this.theirs = await getProgram(this.name).catch(() => undefined);
      window.scrollTo(0, 0);
    }
    if (this.theirs !== undefined) {
      return;
    }
    const mistakes = mistakesIn(problem);
    if (mistakes.size > 0) {
      this.#point(mistakes);
    }
    const unplaced = problem.violations.filter((violation) => questionForField(violation.field) === undefined);
    this.problem = problem.violations.length > 0 && unplaced.length === 0 ? undefined : problem;
  }

  #point(mistakes: Mistakes): void {
    this.sentMistakes = mistakes;
    const first = STEPS.flatMap(questionsOf).find((question) => mistakes.has(question.path));
    if (first) {
      this.#jump(first.path);
    }
  }

  readonly #reload = (): void => {
    this.#store?.drop();
    void this.#open();
  };

  /** From here on it replaces what the other one wrote. */
  readonly #keepMine = (): void => {
    this.#program = this.theirs;
    this.theirs = undefined;
    this.#keep();
  };
}

function without(mistakes: Mistakes, path: string): Mistakes {
  return mistakes.has(path) ? new Map([...mistakes].filter(([other]) => other !== path)) : mistakes;
}

function mistakesIn(problem: Problem): Mistakes {
  const found = new Map<string, readonly Mistake[]>();
  for (const violation of problem.violations) {
    const question = questionForField(violation.field);
    if (question) {
      const wanted = violation.expected ? `Expected ${violation.expected}.` : violation.description;
      const text = violation.value ? `${violation.value}: ${wanted.charAt(0).toLowerCase()}${wanted.slice(1)}` : wanted;
      found.set(question.path, [...(found.get(question.path) ?? []), { field: violation.field, text }]);
    }
  }
  return found;
}

function requiredIn(answers: Answers): Mistakes {
  return new Map(
    STEPS.flatMap(questionsOf)
      .filter((question) => question.required && String(valueAt(answers, question.path) ?? '').trim() === '')
      .map((question) => [question.path, [{ field: question.path, text: 'This one is needed.' }]]),
  );
}

