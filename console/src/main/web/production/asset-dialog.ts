import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Attempt } from '../api/attempt';
import { currentCaller } from '../api/platform';
import { Problem } from '../api/problem';
import { claimAsset, getAsset, pushAsset, releaseAsset, reviewAsset } from '../api/production';
import type { Asset, Stage } from '../api/types';
import { base } from '../ui/base';
import '../ui/problem-note';
import { idOf } from '../ui/words';
import './asset-passport';
import './handover-form';
import type { HandoverEvent } from './handover-form';

/** One asset: take it, hand it over or decide on it, and read its passport. Sends `asset-changed` after each change. */
@customElement('asset-dialog')
export class AssetDialog extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: contents;
      }

      dialog {
        width: min(46rem, calc(100vw - 1.5rem));
        max-height: calc(100vh - 2rem);
        padding: clamp(1rem, 3vw, 1.6rem);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        color: var(--ink);
      }

      dialog::backdrop {
        background: rgb(10 16 18 / 55%);
      }

      h2 {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) stages: readonly Stage[] = [];
  @state() private asset: Asset | undefined;
  @state() private me = '';
  @state() private problem: Problem | undefined;
  @state() private busy = false;
  @query('dialog') private dialog!: HTMLDialogElement;
  #attempt = new Attempt();

  async open(asset: Asset): Promise<void> {
    this.asset = asset;
    this.problem = undefined;
    await this.updateComplete;
    this.dialog.showModal();
    await this.#run(async () => {
      this.me = (await currentCaller())?.person ?? '';
      return getAsset(asset.name);
    }, false);
  }

  override render() {
    return html`<dialog aria-labelledby="title">${this.asset ? this.#content(this.asset) : nothing}</dialog>`;
  }

  #content(asset: Asset) {
    const stage = this.stages.find((candidate) => candidate.key === asset.stage);
    return html`
      <div class="stack">
        <div class="row spread">
          <h2 id="title">${asset.displayName}</h2>
          <button class="compact" @click=${() => this.dialog.close()}>Close</button>
        </div>
        <p class="soft">${this.#where(asset, stage)}</p>
        <problem-note .problem=${this.problem}></problem-note>
        ${this.#action(asset, stage)}
        <asset-passport .asset=${asset}></asset-passport>
      </div>
    `;
  }

  #where(asset: Asset, stage: Stage | undefined): string {
    const name = stage?.displayName ?? asset.stage;
    switch (asset.state) {
      case 'BLOCKED':
        return `Waits for other assets before ${name} can begin.`;
      case 'WAITING':
        return `Waits in ${name} for a ${stage?.role ?? 'person'}.`;
      case 'CLAIMED':
        return `In ${name}, held by ${asset.holder === this.me ? 'you' : idOf(asset.holder ?? '')}.`;
      case 'DONE':
        return 'Done: it left the last stage.';
    }
  }

  #action(asset: Asset, stage: Stage | undefined) {
    switch (asset.state) {
      case 'WAITING':
        return html`<p>
          <button class="primary" ?disabled=${this.busy} @click=${() => this.#claim(asset)}>Take it</button>
        </p>`;
      case 'CLAIMED':
        if (asset.holder !== this.me) {
          return nothing;
        }
        return html`
          <handover-form
            .asset=${asset}
            .stage=${stage}
            .busy=${this.busy}
            @hand-over=${(event: HandoverEvent) => this.#handOver(asset, event)}
            @give-back=${() => this.#release(asset)}
          ></handover-form>
        `;
      case 'BLOCKED':
      case 'DONE':
        return nothing;
    }
  }

  #claim(asset: Asset): Promise<void> {
    return this.#run(async () => {
      await claimAsset(asset, this.#attempt.keyFor({ claim: asset.name, etag: asset.etag }));
      return getAsset(asset.name);
    });
  }

  #release(asset: Asset): Promise<void> {
    return this.#run(async () => {
      await releaseAsset(asset, this.#attempt.keyFor({ release: asset.claim }));
      return getAsset(asset.name);
    });
  }

  #handOver(asset: Asset, event: HandoverEvent): Promise<void> {
    const { decision, handover } = event.detail;
    const key = this.#attempt.keyFor({ asset: asset.name, etag: asset.etag, decision, handover });
    return this.#run(() =>
      decision === undefined ? pushAsset(asset, handover, key) : reviewAsset(asset, decision, handover, key),
    );
  }

  async #run(step: () => Promise<Asset>, changes = true): Promise<void> {
    this.busy = true;
    this.problem = undefined;
    try {
      this.asset = await step();
      if (changes) {
        this.#attempt.settled();
        this.dispatchEvent(new CustomEvent('asset-changed', { bubbles: true, composed: true }));
      }
    } catch (thrown) {
      const problem = Problem.of(thrown);
      if (problem.conflict && this.asset) {
        this.asset = await getAsset(this.asset.name).catch(() => this.asset);
      }
      this.problem = problem;
    } finally {
      this.busy = false;
    }
  }
}
