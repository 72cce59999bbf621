import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { lintOf } from '../api/design';
import type { Finding, LintReport, Program, Severity } from '../api/types';
import { questionForField } from '../brief/catalogue';
import { linkTo } from '../shell/route';
import { base } from '../ui/base';
import { count } from '../ui/words';
import { ProgramPart } from './program-part';

const SEVERITIES: readonly Severity[] = ['ERROR', 'WARNING', 'INFO'];

/** What is to be mended, the worst first. */
@customElement('lint-section')
export class LintSection extends ProgramPart<LintReport> {
  static override styles = [
    base,
    css`
      ul {
        display: grid;
        list-style: none;
      }

      li {
        display: grid;
        gap: 0.25rem 1rem;
        grid-template-columns: 5.5rem minmax(0, 1fr);
        align-items: start;
        padding-block: 0.55rem;
        border-top: 1px solid var(--line);
      }

      .chip {
        place-self: start;
      }

      .where {
        overflow-wrap: anywhere;
      }

      details ul {
        margin-top: 0.5rem;
      }

      @media (max-width: 30rem) {
        li {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  protected override read(program: Program): Promise<LintReport> {
    return lintOf(program.name);
  }

  override render() {
    const report = this.found;
    if (report === undefined) {
      return html`<div class="card stack"><h2>To be mended</h2>${this.waiting('Looking through the plan')}</div>`;
    }
    const findings = report.findings ?? [];
    const pressing = findings.filter((finding) => finding.severity !== 'INFO');
    const rest = findings.filter((finding) => finding.severity === 'INFO');
    return html`
      <div class="card stack">
        <div class="row spread">
          <h2>To be mended</h2>
          <span class="row">
            ${SEVERITIES.map((severity) => {
              const number = findings.filter((finding) => finding.severity === severity).length;
              return number === 0 ? nothing : html`<span class="chip ${tone(severity)}">${count(number, noun(severity))}</span>`;
            })}
          </span>
        </div>
        ${pressing.length === 0
          ? html`<p>No mistake that the guide warns of was found.</p>`
          : html`<ul>
              ${pressing.map((finding) => this.#item(finding))}
            </ul>`}
        ${rest.length === 0
          ? nothing
          : html`<details>
              <summary>${count(rest.length, 'thing')} to look at</summary>
              <ul>
                ${rest.map((finding) => this.#item(finding))}
              </ul>
            </details>`}
        <p class="small soft">None of this changes a score.</p>
      </div>
    `;
  }

  #item(finding: Finding) {
    const question = questionForField(finding.path ?? '');
    return html`
      <li>
        <span class="chip ${tone(finding.severity)}">${noun(finding.severity)}</span>
        <div class="stack tight">
          <p>${finding.text}</p>
          ${finding.remedy ? html`<p><b>To mend it:</b> ${finding.remedy}</p>` : nothing}
          <p class="small soft where">
            ${question
              ? html`<a href=${linkTo({ at: 'brief', name: this.program.name, question: question.path })}
                  >${question.ask}</a
                >`
              : html`<span class="mono">${finding.path}</span>`}
            · ${finding.source}
          </p>
        </div>
      </li>
    `;
  }
}

function tone(severity: Severity): string {
  return { ERROR: 'bad', WARNING: 'warn', INFO: '' }[severity] ?? '';
}

function noun(severity: Severity): string {
  return { ERROR: 'error', WARNING: 'mistake', INFO: 'hint' }[severity] ?? severity;
}
