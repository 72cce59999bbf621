export type Model = 'A' | 'B' | 'C';

export interface ModelScore {
  readonly model: Model;
  readonly points?: number;
  readonly feasible?: boolean;
}

export interface ModelContribution {
  readonly criterion: string;
  readonly a?: number;
  readonly b?: number;
  readonly c?: number;
  readonly reason?: string;
  readonly source?: string;
}

export interface Obstacle {
  readonly id: string;
  readonly model: Model;
  readonly severity: 'UNCONFIRMED' | 'GAP' | 'RULED_OUT';
  readonly missing?: string;
  readonly remedy?: string;
}

export interface Practice {
  readonly kind: string;
  readonly text?: string;
  readonly mandatory?: boolean;
  readonly reason?: string;
  readonly source?: string;
}

export interface HandoffAdvice {
  readonly subject?: string;
  readonly mode: 'SYNC_REQUIRED' | 'ASYNC_POSSIBLE';
  readonly meeting?: boolean;
  readonly reason?: string;
}

export interface Statement {
  readonly id: string;
  readonly text?: string;
  readonly mitigation?: string;
}

export interface MissingSituationFact {
  readonly fact: string;
  readonly question?: string;
}

export interface ProductionAdvice {
  readonly recommended?: Model;
  readonly bestFit?: Model;
  readonly summary?: string;
  readonly scores?: readonly ModelScore[];
  readonly contributions?: readonly ModelContribution[];
  readonly obstacles?: readonly Obstacle[];
  readonly practices?: readonly Practice[];
  readonly exceptions?: readonly Practice[];
  readonly handoffs?: readonly HandoffAdvice[];
  readonly risks?: readonly Statement[];
  readonly warnings?: readonly Statement[];
  readonly confidence?: { readonly percent?: number; readonly missing?: readonly MissingSituationFact[] };
  readonly guidance?: { readonly asOf?: string; readonly notice?: string };
}

export interface ChecklistItem {
  readonly key: string;
  readonly text: string;
}

export interface Stage {
  readonly key: string;
  readonly displayName: string;
  readonly kind: 'WORK' | 'DECISION';
  readonly role?: string;
  readonly handoff?: 'SYNC_REQUIRED' | 'ASYNC_POSSIBLE';
  readonly backTo?: string;
}

export interface Pipeline {
  readonly name: string;
  readonly displayName?: string;
  readonly stages?: readonly Stage[];
}

export interface Campaign {
  readonly name: string;
  readonly displayName?: string;
  readonly pipeline?: string;
  readonly state: 'IN_PRODUCTION' | 'COMPLETE';
}

export interface ContextNote {
  readonly author?: string;
  readonly stage?: string;
  readonly time?: string;
  readonly text?: string;
}

export interface FileVersion {
  readonly number?: number;
  readonly fileName?: string;
  readonly uri?: string;
  readonly author?: string;
  readonly stage?: string;
}

export interface HistoryEntry {
  readonly time?: string;
  readonly actor?: string;
  readonly kind: string;
  readonly fromStage?: string;
  readonly toStage?: string;
  readonly comment?: string;
  readonly contextMissing?: boolean;
}

export interface Passport {
  readonly creator?: string;
  readonly version?: number;
  readonly status?: string;
  readonly dependsOn?: readonly string[];
  readonly brief?: string;
  readonly contextNotes?: readonly ContextNote[];
  readonly files?: readonly FileVersion[];
  readonly history?: readonly HistoryEntry[];
}

export interface Asset {
  readonly name: string;
  readonly displayName?: string;
  readonly channel?: string;
  readonly pipeline?: string;
  readonly state: 'BLOCKED' | 'WAITING' | 'CLAIMED' | 'DONE';
  readonly stage: string;
  readonly queue?: string;
  readonly claim?: string;
  readonly holder?: string;
  readonly stale?: boolean;
  readonly checklist?: readonly ChecklistItem[];
  readonly passport?: Passport;
  readonly etag: string;
}

export interface Claim {
  readonly name: string;
  readonly asset: string;
  readonly expireTime?: string;
}

/** What a person hands over with an asset; a decision makes it a review. */
export interface Handover {
  readonly checklist: readonly { readonly item: string; readonly done: boolean }[];
  readonly contextNotes?: string;
  readonly fileVersion?: { readonly fileName: string; readonly uri: string };
  readonly syncHandoff?: {
    readonly contextExplained: boolean;
    readonly questionsAnswered: boolean;
    readonly receiptConfirmed: boolean;
  };
}

export type Decision = 'APPROVE' | 'REQUEST_CHANGES';
