import { defaultModel } from '../api/models';
import type { DecisionModel, ModelCriterion } from '../api/types';

/** What the decision model says of the facts that it asks for. */
export class Guidance {
  static readonly NONE = new Guidance([], []);

  readonly #asks: ReadonlyMap<string, string>;
  readonly #criteria: ReadonlyMap<string, readonly ModelCriterion[]>;

  private constructor(facts: NonNullable<DecisionModel['facts']>, criteria: readonly ModelCriterion[]) {
    this.#asks = new Map(facts.map((fact) => [fact.path, fact.question ?? '']));
    const byFact = new Map<string, ModelCriterion[]>();
    for (const criterion of criteria) {
      for (const fact of criterion.facts ?? []) {
        byFact.set(fact, [...(byFact.get(fact) ?? []), criterion]);
      }
    }
    this.#criteria = byFact;
  }

  /** Of the model that scores when nobody names another; nothing where it cannot be read. */
  static async load(): Promise<Guidance> {
    const model = await defaultModel().catch(() => undefined);
    return model === undefined ? Guidance.NONE : new Guidance(model.facts ?? [], model.criteria ?? []);
  }

  /** The model's own wording of the question that a fact answers; empty where it does not ask for it. */
  asks(path: string): string {
    return this.#asks.get(factAt(path)) ?? '';
  }

  /** The rules that look at what a question answers. */
  criteriaFor(path: string): readonly ModelCriterion[] {
    const fact = factAt(path);
    return this.#criteria.get(fact === 'audience.zones' ? 'audience.time_zones' : fact) ?? [];
  }
}

/** `brief.audience.selfRegulation` as models write it: `audience.self_regulation`. */
function factAt(path: string): string {
  return path.replace(/^brief\./, '').replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
