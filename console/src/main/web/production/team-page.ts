import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Attempt } from '../api/attempt';
import { Problem } from '../api/problem';
import { adviseOn, createCampaign } from '../api/production';
import type { ProductionAdvice } from '../api/types';
import { linkTo } from '../shell/route';
import { base } from '../ui/base';
import '../ui/loading-line';
import '../ui/problem-note';
import './advice-view';
import { TEAMS, type Team } from './teams';

/** A team of the examples: how it should hand work on, and a campaign to see it happen. */
@customElement('team-page')
export class TeamPage extends LitElement {
  static override styles = base;

  @property() example = '';
  @state() private advice: ProductionAdvice | undefined;
  @state() private problem: Problem | undefined;
  @state() private busy = false;
  #attempt = new Attempt();

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('example')) {
      this.advice = undefined;
      void this.#advise();
    }
  }

  override render() {
    const team = this.#team();
    if (team === undefined) {
      return html`
        <div class="stack">
          <h1>There is no such example</h1>
          <p><a href=${linkTo({ at: 'home' })}>Go to the start</a></p>
        </div>
      `;
    }
    return html`
      <div class="stack">
        <p class="small"><a href=${linkTo({ at: 'home' })}>Start</a></p>
        <div class="row spread">
          <h1>${team.title}</h1>
          <span class="soft">${team.people}</span>
        </div>
        <p class="soft">${team.gist}</p>
        <problem-note .problem=${this.problem}></problem-note>
        <section class="card">${this.#answer()}</section>
        <section class="card stack tight" aria-labelledby="campaign">
          <h2 id="campaign">See it at work</h2>
          <p>The campaign of this team: ${team.campaign.displayName}.</p>
          <p>
            <button class="primary" ?disabled=${this.busy} @click=${() => this.#create(team)}>
              ${this.busy ? 'Creating…' : 'Create the campaign'}
            </button>
          </p>
        </section>
        <details class="card">
          <summary>What is known about the team</summary>
          <pre tabindex="0" aria-label="Situation as JSON">${JSON.stringify(team.situation, undefined, 2)}</pre>
        </details>
      </div>
    `;
  }

  #answer() {
    if (this.advice) {
      return html`<advice-view .advice=${this.advice}></advice-view>`;
    }
    return this.problem
      ? html`<p><button @click=${this.#advise}>Try again</button></p>`
      : this.#team()
        ? html`<loading-line label="Weighing the three models"></loading-line>`
        : nothing;
  }

  #team(): Team | undefined {
    return TEAMS.find((team) => team.id === this.example);
  }

  readonly #advise = async (): Promise<void> => {
    const team = this.#team();
    if (team === undefined) {
      return;
    }
    this.problem = undefined;
    try {
      const advice = await adviseOn(team.situation);
      if (team === this.#team()) {
        this.advice = advice;
      }
    } catch (thrown) {
      this.problem = Problem.of(thrown);
    }
  };

  async #create(team: Team): Promise<void> {
    this.problem = undefined;
    this.busy = true;
    try {
      const campaign = await createCampaign(team.campaign, this.#attempt.keyFor(team.campaign));
      this.#attempt.settled();
      window.location.hash = linkTo({ at: 'campaign', name: campaign.name });
    } catch (thrown) {
      this.problem = Problem.of(thrown);
    } finally {
      this.busy = false;
    }
  }
}
