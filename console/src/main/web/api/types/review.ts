export interface Interval {
  readonly low?: number;
  readonly high?: number;
}

export type Verdict = 'MET' | 'MET_UNSURE' | 'MISSED_UNSURE' | 'MISSED' | 'NOT_MEASURED';

export type ChangeVerdict = 'BETTER' | 'WORSE' | 'NOT_CLEAR';

export interface EarlierRuns {
  readonly value?: number;
  readonly runs?: number;
  readonly difference?: number;
  readonly differenceInterval?: Interval;
  readonly change?: ChangeVerdict;
}

export interface MetricComparison {
  readonly metric: string;
  readonly unit?: string;
  readonly target?: number;
  readonly value?: number;
  readonly interval?: Interval;
  readonly verdict: Verdict;
  readonly baselineDifference?: number;
  readonly baselineChange?: ChangeVerdict;
  readonly earlier?: EarlierRuns;
  readonly notes?: readonly string[];
}

export interface CauseFinding {
  readonly cause: 'WORKFLOW' | 'CONTENT' | 'FACILITATION' | 'TECHNOLOGY';
  readonly likelihood: 'LIKELY' | 'UNLIKELY' | 'UNKNOWN';
  readonly signs?: readonly string[];
  readonly against?: readonly string[];
  readonly toMeasure?: readonly string[];
  readonly advice?: string;
}

export interface Review {
  readonly outcome: string;
  readonly earlierOutcomes?: readonly string[];
  readonly comparisons?: readonly MetricComparison[];
  readonly diagnosis?: readonly CauseFinding[];
  readonly advice?: readonly string[];
}

export interface ReviewPlan {
  readonly dueDate?: string;
  readonly lastOutcome?: string;
  readonly conclusion?: string;
  readonly lastTime?: string;
}

export interface WorkflowSwitch {
  readonly fromAssessment: string;
  readonly toAssessment: string;
  readonly reason?: string;
  readonly communication?: string;
  readonly deadlines?: string;
  readonly interaction?: string;
  readonly disruption?: readonly string[];
  readonly time?: string;
}

export interface Support {
  readonly id: string;
  readonly text?: string;
}

export interface Reminder {
  readonly date: string;
  readonly state: 'DUE' | 'UPCOMING';
  readonly week?: number;
  readonly weeks?: number;
  readonly doneByNow?: readonly string[];
  readonly now?: readonly string[];
  readonly text?: string;
}

export interface Recall {
  readonly activity: string;
  readonly firstDate?: string;
  readonly dates?: readonly string[];
}

export interface SupportPlan {
  readonly supports?: readonly Support[];
  readonly reminders?: readonly Reminder[];
  readonly recalls?: readonly Recall[];
  readonly recallSource?: string;
}
