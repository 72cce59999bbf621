export type PilotFeedbackKind = 'TIMING' | 'ENGAGEMENT' | 'COGNITIVE_LOAD' | 'TECHNICAL_ISSUES';

export interface PilotStratum {
  readonly dimension: 'ZONE' | 'ROLE';
  readonly value: string;
  readonly audienceCount?: number;
  readonly sampleCount?: number;
}

export interface PilotSample {
  readonly size?: number;
  readonly drawn: string;
  readonly strata?: readonly PilotStratum[];
  readonly departureReason?: string;
  readonly departures?: readonly string[];
}

export interface PilotFeedback {
  readonly kind: PilotFeedbackKind;
  readonly rating: number;
  readonly respondents: number;
  readonly comment?: string;
}

export interface PilotDecision {
  readonly action: 'CHANGE_WORKFLOW' | 'CHANGE_CONTENT' | 'CHANGE_FACILITATION' | 'CHANGE_TECHNOLOGY' | 'KEEP';
  readonly reason: string;
}

export interface PilotFinding {
  readonly key: string;
  readonly kind: PilotFeedbackKind;
  readonly effect: 'ADVERSE' | 'NEUTRAL' | 'FAVOURABLE';
  readonly text: string;
  readonly decision?: PilotDecision;
}

export interface Pilot {
  readonly state: 'OPEN' | 'FINISHED';
  readonly startDate: string;
  readonly endDate: string;
  readonly days: number;
  readonly sample: PilotSample;
  readonly feedback?: readonly PilotFeedback[];
  readonly findings?: readonly PilotFinding[];
  readonly missingFeedback?: readonly PilotFeedbackKind[];
  readonly undecidedFindings?: readonly string[];
  readonly notes?: readonly string[];
}
