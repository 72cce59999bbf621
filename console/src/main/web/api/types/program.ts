import type { Pilot } from './pilot';
import type { ReviewPlan, WorkflowSwitch } from './review';
import type { Mode } from './workflow';

export interface Brief {
  readonly objective?: { readonly type?: string; readonly statement?: string };
  readonly audience?: { readonly size?: number; readonly zones?: readonly { zone: string; headCount: number }[] };
  readonly activities?: readonly { readonly key: string; readonly text: string; readonly mode?: Mode }[];
}

export interface SuccessMetric {
  readonly metric: string;
  readonly target?: number;
  readonly unit: string;
  readonly baseline?: number;
  readonly baselineKind?: 'EARLIER_RUN' | 'BENCHMARK';
  readonly baselineSource?: string;
}

export interface LearnerInformation {
  readonly access?: string;
  readonly feedback?: string;
  readonly attendanceNote?: string;
}

export interface LaunchBlocker {
  readonly reason: string;
  readonly description?: string;
}

export interface LaunchReadiness {
  readonly ready?: boolean;
  readonly blockers?: readonly LaunchBlocker[];
}

export interface LaunchStep {
  readonly kind: 'SERIES' | 'CAMPAIGN';
  readonly state: 'PENDING' | 'DONE' | 'NOT_NEEDED' | 'FAILED' | 'REFUSED';
  readonly resource?: string;
  readonly detail?: string;
  readonly attempts?: number;
}

export interface Launch {
  readonly state: 'IN_PROGRESS' | 'COMPLETE' | 'REFUSED' | 'CANCELLING';
  readonly startDate?: string;
  readonly steps?: readonly LaunchStep[];
}

export type ProgramState = 'DRAFT' | 'ASSESSED' | 'PILOTING' | 'RUNNING' | 'REVIEWED';

export interface Flexibility {
  readonly bufferWeeks?: number;
  readonly modular?: boolean;
}

export interface ProgramDraft {
  readonly displayName?: string;
  readonly brief?: Brief;
  readonly successMetrics?: readonly SuccessMetric[];
  readonly learnerInformation?: LearnerInformation;
  readonly flexibility?: Flexibility;
}

export interface Program extends ProgramDraft {
  readonly name: string;
  readonly state: ProgramState;
  readonly latestAssessment?: string;
  readonly acceptedAssessment?: string;
  readonly briefChangedSinceAccepted?: boolean;
  readonly launch?: Launch;
  readonly pilot?: Pilot;
  readonly review?: ReviewPlan;
  readonly switches?: readonly WorkflowSwitch[];
  readonly etag: string;
  readonly createTime?: string;
}
