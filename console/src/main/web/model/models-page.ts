import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Attempt } from '../api/attempt';
import { listModels, listVersions, setDefaultModel } from '../api/models';
import { Problem } from '../api/problem';
import type { DecisionModel, DecisionModelVersion } from '../api/types';
import { linkTo } from '../shell/route';
import { base } from '../ui/base';
import '../ui/loading-line';
import '../ui/problem-note';
import { count, idOf } from '../ui/words';
import './criteria-list';
import './model-diff';

/** The decision models of a tenant: what each asks and weighs, its versions, what differs, and which scores. */
@customElement('models-page')
export class ModelsPage extends LitElement {
  static override styles = [
    base,
    css`
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3rem 1.2rem;
        max-width: none;
      }

      ol {
        display: grid;
        gap: 0.25rem;
        list-style: none;
      }
    `,
  ];

  @state() private models: readonly DecisionModel[] | undefined;
  @state() private versions: ReadonlyMap<string, readonly DecisionModelVersion[]> = new Map();
  @state() private problem: Problem | undefined;
  @state() private asking = '';
  @state() private busy = false;
  #attempt = new Attempt();

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  override render() {
    return html`
      <div class="stack">
        <div>
          <p class="small"><a href=${linkTo({ at: 'home' })}>Start</a></p>
          <h1>Decision models</h1>
          <p class="soft">The rules that turn a description into an answer. They are data, and each save is kept.</p>
        </div>
        <problem-note .problem=${this.problem}></problem-note>
        ${this.models === undefined
          ? this.problem
            ? html`<p><button @click=${this.#load}>Try again</button></p>`
            : html`<loading-line label="Loading the models"></loading-line>`
          : html`
              ${this.models.map((model) => this.#model(model))}
              <section class="card stack"><model-diff .versions=${this.#names()}></model-diff></section>
            `}
      </div>
    `;
  }

  #model(model: DecisionModel) {
    const versions = this.versions.get(model.name) ?? [];
    return html`
      <section class="card stack" aria-labelledby="m-${idOf(model.name)}">
        <div class="row spread">
          <h2 id="m-${idOf(model.name)}">${model.displayName}</h2>
          ${model.isDefault ? html`<span class="chip good">scores by default</span>` : this.#makeDefault(model)}
        </div>
        <p class="facts small soft">
          <span class="mono">${idOf(model.name)}</span>
          <span>version ${model.version ?? 0}</span>
          <span>${model.owner ? `by ${idOf(model.owner)}` : 'of the platform'}</span>
          <span>${count(model.facts?.length ?? 0, 'fact')}</span>
          <span>${count(model.criteria?.length ?? 0, 'criterion', 'criteria')}</span>
          <span>${count(model.feasibilityRules?.length ?? 0, 'feasibility rule')}</span>
          <span>near tie within ${count(model.nearTiePoints ?? 0, 'point')}</span>
        </p>
        <details>
          <summary>What gives points</summary>
          <criteria-list .criteria=${model.criteria ?? []}></criteria-list>
        </details>
        <details>
          <summary>${count(versions.length, 'version')}</summary>
          <ol class="small">
            ${versions.map(
              (version) => html`<li>
                <b>${version.version}</b>
                ${version.createTime && !version.createTime.startsWith('1970')
                  ? new Date(version.createTime).toLocaleString()
                  : nothing}
                ${version.savedBy ? `by ${idOf(version.savedBy)}` : nothing}
                <span class="mono soft">${version.hash?.slice(0, 12)}</span>
              </li>`,
            )}
          </ol>
        </details>
      </section>
    `;
  }

  #makeDefault(model: DecisionModel) {
    return this.asking === model.name
      ? html`<span class="row small" role="group" aria-label="Make it the default">
          It then scores for everybody.
          <button class="compact" ?disabled=${this.busy} @click=${() => this.#setDefault(model)}>Let it score</button>
          <button class="compact" @click=${() => (this.asking = '')}>Leave it</button>
        </span>`
      : html`<button class="compact" @click=${() => (this.asking = model.name)}>Make it the default</button>`;
  }

  #names(): readonly string[] {
    return [...this.versions.values()].flat().map((version) => version.name);
  }

  readonly #load = async (): Promise<void> => {
    this.problem = undefined;
    try {
      const models = await listModels();
      const versions = await Promise.all(models.map((model) => listVersions(model.name)));
      this.versions = new Map(models.map((model, index) => [model.name, versions[index] ?? []]));
      this.models = models;
    } catch (thrown) {
      this.problem = Problem.of(thrown);
    }
  };

  async #setDefault(model: DecisionModel): Promise<void> {
    this.problem = undefined;
    this.busy = true;
    try {
      await setDefaultModel(model.name, this.#attempt.keyFor({ default: model.name }));
      this.#attempt.settled();
      this.asking = '';
      await this.#load();
    } catch (thrown) {
      this.problem = Problem.of(thrown);
    } finally {
      this.busy = false;
    }
  }
}
