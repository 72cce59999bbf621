import { LitElement, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { linkTo } from '../shell/route';
import { base } from '../ui/base';
import './campaign-board';

/** A campaign that stands by itself, without a program. */
@customElement('campaign-page')
export class CampaignPage extends LitElement {
  static override styles = base;

  @property() name = '';

  override render() {
    return html`
      <div class="stack">
        <p class="small"><a href=${linkTo({ at: 'home' })}>Start</a></p>
        <h1>Campaign</h1>
        <campaign-board .name=${this.name}></campaign-board>
      </div>
    `;
  }
}
