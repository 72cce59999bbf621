/*
 * The part of the JSON API that the console shows, as syncopate.<area>.v1 defines it. Proto3 JSON leaves out what has
 * its default value, so nearly every field may be missing.
 */

// ---- the platform

export type BackendState = 'READY' | 'DOWN' | 'UNKNOWN';

export interface BackendStatus {
  readonly name: string;
  readonly state: BackendState;
  readonly services?: readonly string[];
  readonly detail?: string;
}

/** Who is signed in: `people/{person}` of a tenant. */
export interface SignedInCaller {
  readonly tenant: string;
  readonly person: string;
}

/** Only `product` and `signedIn` for who is not signed in. */
export interface PlatformStatus {
  readonly product: string;
  readonly signedIn: boolean;
  readonly version?: string;
  readonly uptimeSeconds?: number;
  readonly caller?: SignedInCaller;
  readonly backends?: readonly BackendStatus[];
}

// ---- assessment

export type Workflow = 'SYNCHRONOUS' | 'ASYNCHRONOUS' | 'BLENDED';

export type Mode = 'LIVE' | 'SELF_PACED' | 'EITHER';

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

export interface ProgramDraft {
  readonly displayName?: string;
  readonly brief?: Brief;
  readonly successMetrics?: readonly SuccessMetric[];
  readonly learnerInformation?: LearnerInformation;
}

export interface Program extends ProgramDraft {
  readonly name: string;
  readonly state: ProgramState;
  readonly latestAssessment?: string;
  readonly acceptedAssessment?: string;
  readonly briefChangedSinceAccepted?: boolean;
  readonly launch?: Launch;
  readonly pilot?: Pilot;
  readonly etag: string;
  readonly createTime?: string;
}

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
  readonly guidance?: { readonly asOf?: string; readonly notice?: string };
  readonly receipt?: { readonly inputHash?: string; readonly modelHash?: string; readonly tzDatabaseVersion?: string };
}

export interface OutcomeDraft {
  readonly cohort: string;
  readonly startDate: string;
  readonly endDate: string;
  readonly enrolled: number;
  readonly completed: number;
  readonly assessmentScore?: number;
  readonly satisfaction?: number;
  readonly timeToProficiencyDays?: number;
  readonly applicationPercent?: number;
  readonly notes?: string;
}

export interface Outcome extends Partial<OutcomeDraft> {
  readonly name: string;
  readonly completionPercent?: number;
}

// ---- scheduling; 64-bit integers are strings in proto3 JSON

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

// ---- production

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

// ---- what is to be mended, what it costs, how good it is

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
