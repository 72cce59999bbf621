import type { Mode, Workflow } from './workflow';

export interface Score {
  readonly workflow: Workflow;
  readonly points?: number;
  readonly rank?: number;
  readonly feasible?: boolean;
}

export interface Contribution {
  readonly criterion: string;
  readonly step?: number;
  readonly degreePermille?: number;
  readonly synchronous?: number;
  readonly asynchronous?: number;
  readonly blended?: number;
  readonly reason?: string;
  readonly facts?: readonly string[];
  readonly source?: string;
}

export interface FeasibilityGap {
  readonly rule: string;
  readonly blocks: Workflow;
  readonly severity?: 'SHORTFALL' | 'GAP' | 'RULED_OUT';
  readonly missing?: string;
  readonly remedy?: string;
}

export interface TraceStep {
  readonly number: number;
  readonly title: string;
  readonly findings?: readonly string[];
  readonly remaining?: readonly Workflow[];
  readonly closed?: readonly { readonly workflow: Workflow; readonly reason?: string }[];
}

export interface ComparisonRow {
  readonly aspect: string;
  readonly title: string;
  readonly synchronous: string;
  readonly asynchronous: string;
  readonly blended: string;
}

export interface Point {
  readonly id: string;
  readonly text: string;
}

export interface JourneyItem {
  readonly activity: string;
  readonly text: string;
  readonly mode: Mode;
  readonly attendance?: 'MANDATORY' | 'RECOMMENDED' | 'OPTIONAL';
  readonly minutes?: number;
  readonly repeatCount?: number;
  readonly recorded?: boolean;
  readonly buildsOn?: readonly string[];
  readonly agenda?: readonly AgendaItem[];
  readonly reason?: string;
  readonly warnings?: readonly Point[];
  readonly place?: JourneyPlace;
  readonly moduleMinutes?: readonly number[];
  readonly breaks?: readonly LiveBreak[];
  readonly groups?: LiveGroups;
}

export interface JourneyPlace {
  readonly position: number;
  readonly phase: 'BEFORE' | 'LIVE' | 'AFTER' | 'FREE';
  readonly relativeTo?: string;
  readonly reason?: string;
  readonly firstWeek: number;
  readonly lastWeek: number;
}

export interface LiveBreak {
  readonly startMinute: number;
  readonly minutes: number;
}

export interface LiveGroups {
  readonly count: number;
  readonly size: number;
  readonly reason?: string;
}

export interface WeekLoad {
  readonly firstWeek: number;
  readonly lastWeek: number;
  readonly liveMinutes?: number;
  readonly selfPacedMinutes?: number;
  readonly over?: boolean;
}

export interface AgendaItem {
  readonly activity: string;
  readonly text: string;
}

export interface MissingFact {
  readonly fact: string;
  readonly question?: string;
  readonly weightPercent?: number;
}

export interface ChangedFact {
  readonly fact: string;
  readonly question?: string;
  readonly from?: string;
  readonly to: string;
}

export interface Flip {
  readonly changes?: readonly ChangedFact[];
  readonly becomes: Workflow;
}

export interface Stability {
  readonly tolerancePermille?: number;
  readonly weightUncertaintyPermille?: number;
  readonly draws?: number;
  readonly acceptability?: readonly { readonly workflow: Workflow; readonly draws?: number }[];
  readonly searchedFacts?: number;
  readonly flips?: readonly Flip[];
}

export interface Assessment {
  readonly name: string;
  readonly decisionModel?: string;
  readonly decisionModelVersion?: number;
  readonly recommended: Workflow;
  readonly bestFit?: Workflow;
  readonly feasibleRunnerUp?: Workflow;
  readonly summary?: string;
  readonly scores?: readonly Score[];
  readonly margin?: number;
  readonly nearTie?: boolean;
  readonly contributions?: readonly Contribution[];
  readonly gaps?: readonly FeasibilityGap[];
  readonly secondaryComponent?: { readonly text: string; readonly live?: boolean; readonly reason?: string };
  readonly trace?: readonly TraceStep[];
  readonly comparison?: readonly ComparisonRow[];
  readonly journey?: readonly JourneyItem[];
  readonly weeklyLoad?: readonly WeekLoad[];
  readonly confidence?: { readonly percent?: number; readonly missing?: readonly MissingFact[] };
  readonly friction?: readonly Point[];
  readonly benefits?: readonly Point[];
  readonly risks?: readonly Point[];
  readonly mitigations?: readonly Point[];
  readonly mustHaves?: readonly Point[];
  readonly warnings?: readonly Point[];
  readonly stability?: Stability;
  readonly createTime?: string;
  readonly guidance?: { readonly asOf?: string; readonly notice?: string };
  readonly receipt?: { readonly inputHash?: string; readonly modelHash?: string; readonly tzDatabaseVersion?: string };
}
