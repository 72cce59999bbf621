import steps from './questions.json';

/** A value that a choice offers, in the words of the console. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

export type QuestionKind =
  | 'TEXT'
  | 'LONG_TEXT'
  | 'TEXTS'
  | 'NUMBER'
  | 'CHOICE'
  | 'YES_NO'
  | 'ZONES'
  | 'ACTIVITIES'
  | 'MEASURES';

/** One question; `path` is where its answer goes in a program as the API writes it. */
export interface Question {
  readonly path: string;
  readonly kind: QuestionKind;
  readonly ask: string;
  readonly help?: string;
  readonly required?: boolean;
  readonly options?: readonly Option[];
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  readonly step?: string;
  readonly limit?: number;
}

export interface QuestionGroup {
  readonly title?: string;
  readonly lead?: string;
  /** Shown closed until something in it is answered. */
  readonly folded?: boolean;
  readonly questions: readonly Question[];
}

/** One of the guide's seven steps. */
export interface Step {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly groups: readonly QuestionGroup[];
}

export const STEPS = steps as readonly Step[];

const BY_PATH = new Map(STEPS.flatMap((step) => questionsOf(step)).map((question) => [question.path, question]));

export function questionsOf(step: Step): readonly Question[] {
  return step.groups.flatMap((group) => group.questions);
}

export function questionAt(path: string): Question | undefined {
  return BY_PATH.get(path);
}

export function stepOf(question: Question): Step {
  return STEPS.find((step) => questionsOf(step).includes(question))!;
}

/** The question that answers a fact, as models name it: `audience.live_time.minutes`. */
export function questionForFact(fact: string): Question | undefined {
  // the number of zones is a way out for who does not know the zones
  return questionForField(`brief.${fact === 'audience.time_zones' ? 'audience.zones' : fact}`);
}

/** The question whose field, or a field inside it, has this path, in either spelling: `brief.audience.zones[0].zone`. */
export function questionForField(field: string): Question | undefined {
  const plain = field
    .replaceAll(/\[\d+\]/g, '')
    .replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const candidates = [...BY_PATH.values()].filter(
    (question) => plain === question.path || plain.startsWith(`${question.path}.`),
  );
  return candidates.sort((one, other) => other.path.length - one.path.length)[0];
}

/** A fact with a value as people read it: `they keep a time free`, `200 people`, `yes`. */
export function saidValue(fact: string, value: string): string {
  if (value === 'true') {
    return 'yes';
  }
  if (value === 'false') {
    return 'no';
  }
  const question = questionForFact(fact);
  if (question?.kind === 'NUMBER') {
    return `${value} ${inUnits(value, question.unit ?? '')}`.trim();
  }
  const option = question?.options?.find((each) => each.value === value);
  return option === undefined ? value : option.label.charAt(0).toLowerCase() + option.label.slice(1);
}

/** Units are written in the plural: `hours apart`, `people`. */
function inUnits(value: string, unit: string): string {
  if (value !== '1') {
    return unit;
  }
  return unit === 'people' ? 'person' : unit.replace(/s\b/, '');
}
