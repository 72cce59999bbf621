import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Asset } from '../api/types';
import { base } from '../ui/base';
import { count, idOf } from '../ui/words';

/** One asset on the board. Sends `open-asset` when somebody wants to see it or do something with it. */
@customElement('asset-card')
export class AssetCard extends LitElement {
  static override styles = [
    base,
    css`
      button {
        display: grid;
        justify-items: start;
        gap: 0.3rem;
        width: 100%;
        padding: 0.6rem 0.7rem;
        border-color: var(--line);
        text-align: left;
        font-weight: 400;
      }

      button:hover {
        border-color: var(--accent);
      }

      .title {
        display: -webkit-box;
        overflow: hidden;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 4;
        font-weight: 550;
        font-size: 0.925rem;
        line-height: 1.35;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) asset!: Asset;

  override render() {
    const asset = this.asset;
    return html`
      <button @click=${() => this.dispatchEvent(new CustomEvent('open-asset'))}>
        <span class="title">${asset.displayName}</span>
        <span class="row">
          ${stateChip(asset)} ${asset.stale ? html`<span class="chip bad">stale</span>` : nothing}
          <span class="small soft">${asset.channel}</span>
        </span>
      </button>
    `;
  }
}

function stateChip(asset: Asset) {
  switch (asset.state) {
    case 'WAITING':
      return html`<span class="chip">free to take</span>`;
    case 'CLAIMED':
      return html`<span class="chip paced">with ${idOf(asset.holder ?? '')}</span>`;
    case 'BLOCKED':
      return html`<span class="chip warn">waits for ${count(asset.passport?.dependsOn?.length ?? 0, 'other')}</span>`;
    case 'DONE':
      return html`<span class="chip good">done</span>`;
  }
}
