import type { Mode, Model, Workflow } from '../api/types';

/** The three workflows in the order in which they are always listed. */
export const WORKFLOWS: readonly Workflow[] = ['SYNCHRONOUS', 'ASYNCHRONOUS', 'BLENDED'];

export function workflowName(workflow: Workflow): string {
  const names: Record<Workflow, string> = { SYNCHRONOUS: 'Live', ASYNCHRONOUS: 'Self-paced', BLENDED: 'Blended' };
  return names[workflow] ?? workflow;
}

export function modeName(mode: Mode): string {
  const names: Record<Mode, string> = { LIVE: 'live', SELF_PACED: 'self-paced', EITHER: 'either' };
  return names[mode] ?? mode;
}

/** The three production models in the order in which they are always listed. */
export const MODELS: readonly Model[] = ['A', 'B', 'C'];

export function modelName(model: Model): string {
  const names: Record<Model, string> = { A: 'A: step by step', B: 'B: hybrid', C: 'C: asynchronous' };
  return names[model] ?? model;
}

/** `IN_PROGRESS` as people write it: `in progress`. */
export function words(enumName: string): string {
  return enumName.toLowerCase().replaceAll('_', ' ');
}

export function signed(points: number): string {
  return points > 0 ? `+${points}` : points < 0 ? `\u2212${-points}` : '0';
}

/** Thousandths as people read them: 87 %. All and nothing are said only where it is. */
export function percent(permille: number): string {
  const rounded = Math.round(permille / 10);
  return `${permille > 0 && permille < 1000 ? Math.min(99, Math.max(1, rounded)) : rounded}\u00a0%`;
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

/** The last segment of a resource name: `programs/p1/assessments/a1` → `a1`. */
export function idOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

export function minutesAsTime(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) {
    return `${rest} min`;
  }
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}
