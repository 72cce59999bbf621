// 64-bit integers are strings in proto3 JSON.

export interface Group {
  readonly key: string;
  readonly zone: string;
  readonly headCount?: number;
}

export interface GroupBurden {
  readonly group: string;
  readonly headCount?: number;
  readonly millipoints?: string;
  readonly offLimitSessions?: number;
}

export interface Fairness {
  readonly groups?: readonly GroupBurden[];
  readonly worstMillipoints?: string;
  readonly boundMillipoints?: string;
  readonly worstProven?: boolean;
  readonly totalMillipoints?: string;
  readonly bestFixedTimeWorstMillipoints?: string;
}

export interface Series {
  readonly name: string;
  readonly displayName?: string;
  readonly state: 'PLANNED' | 'PUBLISHED';
  readonly everyWeeks?: number;
  readonly anchorZone?: string;
  readonly plannedGroups?: readonly Group[];
  readonly fairness?: Fairness;
  readonly notices?: readonly { readonly kind: string; readonly text?: string }[];
  readonly tzDatabaseVersion?: string;
  readonly bufferWeeks?: number;
  readonly endDate?: string;
}

export interface GroupTime {
  readonly group: string;
  readonly zone: string;
  readonly localStart: string;
  readonly offsetSeconds?: number;
  readonly millipoints?: string;
  readonly offLimits?: boolean;
}

export interface Session {
  readonly name: string;
  readonly key: string;
  readonly number: number;
  readonly title?: string;
  readonly attendance: 'MANDATORY' | 'RECOMMENDED' | 'OPTIONAL';
  readonly startTime: string;
  readonly minutes: number;
  readonly anchorLocalStart: string;
  readonly anchorZone: string;
  readonly groups?: readonly GroupTime[];
  readonly agenda?: readonly string[];
  readonly breaks?: readonly SessionBreak[];
  readonly buildsOn?: readonly string[];
}

export interface SessionBreak {
  readonly startMinute: number;
  readonly minutes: number;
}
