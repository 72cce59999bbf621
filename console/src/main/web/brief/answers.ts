import type { Program, ProgramDraft } from '../api/types';

/** A program as it is being described: what the API takes, with anything left out. */
export type Answers = Readonly<Record<string, unknown>>;

const DESCRIBED = ['displayName', 'brief', 'successMetrics', 'learnerInformation', 'flexibility'] as const;

/** What somebody describes of a program, without what the platform keeps about it. */
export function describedIn(program: Program): Answers {
  return Object.fromEntries(
    DESCRIBED.filter((field) => program[field] !== undefined).map((field) => [field, program[field]]),
  );
}

export function valueAt(answers: Answers, path: string): unknown {
  let value: unknown = answers;
  for (const segment of path.split('.')) {
    value = isRecord(value) ? value[segment] : undefined;
  }
  return value;
}

/** The same with another value at a path; undefined takes it away, and with it whatever then holds nothing. */
export function withValue(answers: Answers, path: string, value: unknown): Answers {
  const [first, ...rest] = path.split('.');
  if (first === undefined) {
    return answers;
  }
  const inner = answers[first];
  const next = rest.length === 0 ? value : withValue(isRecord(inner) ? inner : {}, rest.join('.'), value);
  if (next === undefined || (rest.length > 0 && isRecord(next) && Object.keys(next).length === 0)) {
    return Object.fromEntries(Object.entries(answers).filter(([key]) => key !== first));
  }
  return { ...answers, [first]: next };
}

export function isAnswered(answers: Answers, path: string): boolean {
  const value = valueAt(answers, path);
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '';
}

/** As it is sent to be kept: without rows in which nothing was written yet. */
export function asDraft(answers: Answers): ProgramDraft {
  return withoutRows(answers, (row) => !isBlank(row)) as ProgramDraft;
}

/** The brief as it is sent to be scored: rows that are not complete yet say nothing. */
export function asScored(answers: Answers): unknown {
  const complete = withoutRows(answers, isComplete);
  return complete['brief'];
}

/** Nothing can be scored before the objective is stated. */
export function canBeScored(answers: Answers): boolean {
  return String(valueAt(answers, 'brief.objective.statement') ?? '').trim() !== '';
}

function withoutRows(answers: Answers, keep: (row: Answers) => boolean): Answers {
  let kept = answers;
  for (const path of ['brief.audience.zones', 'brief.activities', 'successMetrics']) {
    const rows = valueAt(kept, path);
    if (Array.isArray(rows)) {
      const left = linked(rows.filter((row) => keep(row as Answers)));
      kept = withValue(kept, path, left.length === 0 ? undefined : left);
    }
  }
  return kept;
}

/** An activity can build on those alone that are sent with it. */
function linked(rows: readonly Answers[]): readonly Answers[] {
  const keys = new Set(rows.map((row) => row['key']));
  return rows.map((row) => buildingOn(row, keysIn(row).filter((key) => keys.has(key))));
}

/** Keys of the activities that one builds on. */
export function keysIn(row: Answers): readonly string[] {
  return (row['buildsOn'] as readonly string[] | undefined) ?? [];
}

/** The same activity, building on these. */
export function buildingOn(row: Answers, keys: readonly string[]): Answers {
  const { buildsOn: _, ...rest } = row;
  return keys.length === 0 ? rest : { ...row, buildsOn: keys };
}

function isComplete(row: Answers): boolean {
  if ('zone' in row || 'headCount' in row) {
    return has(row, 'zone') && has(row, 'headCount');
  }
  return 'metric' in row || has(row, 'text');
}

function isBlank(row: Answers): boolean {
  return !('metric' in row) && !has(row, 'zone') && !has(row, 'headCount') && !has(row, 'text');
}

function has(row: Answers, field: string): boolean {
  return row[field] !== undefined && String(row[field]).trim() !== '';
}

function isRecord(value: unknown): value is Answers {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
