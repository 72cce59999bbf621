import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Problem } from '../api/problem';
import { getCampaign, getPipeline, listAssets } from '../api/production';
import type { Asset, Campaign, Stage } from '../api/types';
import { base } from '../ui/base';
import '../ui/loading-line';
import '../ui/problem-note';
import { count, words } from '../ui/words';
import './asset-card';
import './asset-dialog';
import type { AssetDialog } from './asset-dialog';

/** A campaign's assets in columns by stage. A card opens its asset, where it is claimed and handed over. */
@customElement('campaign-board')
export class CampaignBoard extends LitElement {
  static override styles = [
    base,
    css`
      .board {
        display: grid;
        grid-auto-columns: minmax(9rem, 1fr);
        grid-auto-flow: column;
        gap: 0.6rem;
        overflow-x: auto;
        padding: 3px 3px 0.6rem;
      }

      .column {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        align-content: start;
        gap: 0.6rem;
        min-height: 8rem;
        padding: 0.7rem;
        border-radius: var(--radius);
        background: var(--surface-sunk);
      }

      .column h3 {
        display: flex;
        justify-content: space-between;
        font-size: 0.9rem;
      }

      .column h3 span {
        color: var(--ink-soft);
        font-weight: 400;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  @property() name = '';
  @state() private campaign: Campaign | undefined;
  @state() private stages: readonly Stage[] = [];
  @state() private assets: readonly Asset[] = [];
  @state() private problem: Problem | undefined;
  @query('asset-dialog') private dialog!: AssetDialog;

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('name')) {
      void this.#load();
    }
  }

  override render() {
    return html`
      <div class="card stack" @asset-changed=${this.#load}>
        <div class="row spread">
          <h2>Production</h2>
          ${this.campaign ? html`<span class="chip">${words(this.campaign.state)}</span>` : nothing}
        </div>
        ${this.#body()}
        <asset-dialog .stages=${this.stages}></asset-dialog>
      </div>
    `;
  }

  #body() {
    if (this.problem) {
      return html`<problem-note .problem=${this.problem}></problem-note>
        <p><button @click=${this.#load}>Try again</button></p>`;
    }
    if (this.campaign === undefined) {
      return html`<loading-line label="Loading the campaign"></loading-line>`;
    }
    const done = this.assets.filter((asset) => asset.state === 'DONE');
    return html`
      <p>
        ${count(this.assets.length, 'asset')}, ${done.length} done. Who is free takes work from a queue, and hands it over
        when its definition of done is met.
      </p>
      <div class="board" role="region" tabindex="0" aria-label="Board: assets by stage">
        ${this.stages.map((stage) =>
          this.#column(
            stage.displayName,
            this.assets.filter((asset) => asset.stage === stage.key && asset.state !== 'DONE'),
          ),
        )}
        ${this.#column('Done', done)}
      </div>
      <div class="row spread small soft">
        <span class="mono">${this.campaign.name}</span>
        <button class="compact" @click=${this.#load}>Load again</button>
      </div>
    `;
  }

  #column(title: string, assets: readonly Asset[]) {
    return html`
      <div class="column">
        <h3>${title} <span>${assets.length}</span></h3>
        ${assets.map(
          (asset) => html`<asset-card .asset=${asset} @open-asset=${() => void this.dialog.open(asset)}></asset-card>`,
        )}
      </div>
    `;
  }

  readonly #load = async (): Promise<void> => {
    this.problem = undefined;
    try {
      const [campaign, assets] = await Promise.all([getCampaign(this.name), listAssets(this.name)]);
      const pipeline = await getPipeline(campaign.pipeline || 'pipelines/standard');
      this.stages = pipeline.stages ?? [];
      this.assets = assets;
      this.campaign = campaign;
    } catch (thrown) {
      this.problem = Problem.of(thrown);
    }
  };
}
