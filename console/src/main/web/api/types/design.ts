import type { Point } from './assessment';
import type { Workflow } from './workflow';

export type Severity = 'ERROR' | 'WARNING' | 'INFO';

export interface Finding {
  readonly id: string;
  readonly severity: Severity;
  readonly path?: string;
  readonly text?: string;
  readonly remedy?: string;
  readonly source?: string;
}

export interface LintReport {
  readonly findings?: readonly Finding[];
  readonly workflow?: Workflow;
}

/** Whole numbers of 64 bits are strings in JSON. */
export interface Amount {
  readonly lowMinor?: string;
  readonly likelyMinor?: string;
  readonly highMinor?: string;
}

export interface CostAssumption {
  readonly input: string;
  readonly likely?: number;
  readonly low?: number;
  readonly high?: number;
  readonly origin?: 'STATED' | 'BRIEF' | 'PUBLISHED' | 'ASSUMED';
  readonly source?: string;
}

export interface CostLine {
  readonly kind: string;
  readonly amount?: Amount;
}

export interface CostDriver {
  readonly input: string;
  readonly low?: number;
  readonly high?: number;
  readonly totalAtLowMinor?: string;
  readonly totalAtHighMinor?: string;
  readonly range?: boolean;
}

export interface WorkflowCost {
  readonly workflow: Workflow;
  readonly lines?: readonly CostLine[];
  readonly total?: Amount;
  readonly likelyMinorPerLearner?: string;
  readonly sessions?: string;
  readonly drivers?: readonly CostDriver[];
}

export interface BreakEven {
  readonly from: Workflow;
  readonly to: Workflow;
  readonly alwaysFromLearners?: number;
  readonly text?: string;
}

export interface CostPoint {
  readonly learners: number;
  readonly synchronousMinor?: string;
  readonly asynchronousMinor?: string;
  readonly blendedMinor?: string;
}

export interface MissingInput {
  readonly input: string;
  readonly expected?: string;
}

export interface ProductionEstimate {
  readonly finishedMinutes?: number;
  readonly lowHours?: number;
  readonly likelyHours?: number;
  readonly highHours?: number;
  readonly capacityHours?: number;
}

export interface CostComparison {
  readonly currencyCode: string;
  readonly assumptions?: readonly CostAssumption[];
  readonly missing?: readonly MissingInput[];
  readonly workflows?: readonly WorkflowCost[];
  readonly breakEvens?: readonly BreakEven[];
  readonly warnings?: readonly Point[];
  readonly production?: ProductionEstimate;
  readonly curve?: readonly CostPoint[];
}

export interface CostQuestion {
  readonly currencyCode?: string;
  readonly assumptions?: readonly CostAssumption[];
}

export interface DesignPractice {
  readonly id: string;
  readonly title: string;
  readonly degreePermille?: number;
  readonly state: 'PRESENT' | 'PARTIAL' | 'ABSENT' | 'NOT_STATED';
  readonly mustHave?: boolean;
  readonly evidence?: string;
  readonly remedy?: string;
  readonly completionWithoutPermille?: number;
}

export interface Population {
  readonly title: string;
  readonly source?: string;
  readonly trust?: 'HIGH' | 'MEDIUM' | 'LOW';
}

export interface CompletionForecast {
  readonly lowPermille?: number;
  readonly likelyPermille?: number;
  readonly highPermille?: number;
  readonly population?: Population;
}

export interface DesignQuality {
  readonly qualityPermille?: number;
  readonly retentionPermille?: number;
  readonly practices?: readonly DesignPractice[];
  readonly completion?: CompletionForecast;
  readonly forecastMissing?: string;
  readonly forecastMissingPath?: string;
}
