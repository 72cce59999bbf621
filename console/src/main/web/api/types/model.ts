import type { Workflow } from './workflow';

export interface ModelFact {
  readonly path: string;
  readonly question?: string;
  readonly weight?: number;
  readonly ladder?: readonly string[];
}

export interface ModelCriterion {
  readonly id: string;
  readonly step?: number;
  readonly expression?: string;
  readonly synchronous?: number;
  readonly asynchronous?: number;
  readonly blended?: number;
  readonly reason?: string;
  readonly facts?: readonly string[];
  readonly source?: string;
}

export interface ModelRule {
  readonly id: string;
  readonly blocks?: readonly Workflow[];
  readonly missing?: string;
}

export interface DecisionModel {
  readonly name: string;
  readonly displayName?: string;
  readonly version?: number;
  readonly facts?: readonly ModelFact[];
  readonly criteria?: readonly ModelCriterion[];
  readonly feasibilityRules?: readonly ModelRule[];
  readonly nearTiePoints?: number;
  readonly isDefault?: boolean;
  readonly owner?: string;
  readonly createTime?: string;
  readonly updateTime?: string;
}

export interface DecisionModelVersion {
  readonly name: string;
  readonly version: number;
  readonly hash?: string;
  readonly createTime?: string;
  readonly savedBy?: string;
}

export interface FieldChange {
  readonly field: string;
  readonly before?: string;
  readonly after?: string;
}

export interface ModelDifference {
  readonly part: 'MODEL' | 'FACT' | 'CRITERION' | 'FEASIBILITY_RULE';
  readonly id?: string;
  readonly change: 'ADDED' | 'REMOVED' | 'CHANGED';
  readonly fields?: readonly FieldChange[];
  readonly text?: string;
}

export interface ModelDiff {
  readonly before: string;
  readonly after: string;
  readonly differences?: readonly ModelDifference[];
}
