import type { Assessment, Contribution, Workflow } from '../api/types';
import { WORKFLOWS } from '../ui/words';

type Evidence = Pick<Contribution, 'synchronous' | 'asynchronous' | 'blended'>;

export type Points = Readonly<Record<Workflow, number>>;

/** A reason that weighs more, less, or for the first time. */
export interface ChangedReason {
  readonly criterion: string;
  readonly reason: string;
  /** It no longer holds. */
  readonly gone: boolean;
  readonly points: Points;
}

/** What one answer to a brief has that the one before had not. */
export interface Change {
  readonly points: Points;
  readonly percent: number;
  /** What was recommended before; not set where nothing spoke for it. */
  readonly from: Workflow | undefined;
  readonly reasons: readonly ChangedReason[];
}

/** The scores are sums of contributions, so that the reasons add up to the difference exactly. */
export function changeBetween(before: Assessment, after: Assessment): Change {
  const earlier = byCriterion(before);
  const later = byCriterion(after);
  const reasons = [...new Set([...earlier.keys(), ...later.keys()])]
    .map((criterion) => changedReason(criterion, earlier.get(criterion), later.get(criterion)))
    .filter((reason) => WORKFLOWS.some((workflow) => reason.points[workflow] !== 0))
    .sort((one, other) => size(other.points) - size(one.points));
  return {
    points: points((workflow) => scoreOf(after, workflow) - scoreOf(before, workflow)),
    percent: (after.confidence?.percent ?? 0) - (before.confidence?.percent ?? 0),
    from: (before.contributions ?? []).length === 0 ? undefined : before.recommended,
    reasons,
  };
}

export function scoreOf(assessment: Assessment, workflow: Workflow): number {
  return assessment.scores?.find((score) => score.workflow === workflow)?.points ?? 0;
}

export function pointsFor(contribution: Evidence | undefined, workflow: Workflow): number {
  switch (workflow) {
    case 'SYNCHRONOUS':
      return contribution?.synchronous ?? 0;
    case 'ASYNCHRONOUS':
      return contribution?.asynchronous ?? 0;
    case 'BLENDED':
      return contribution?.blended ?? 0;
  }
}

function changedReason(criterion: string, before?: Contribution, after?: Contribution): ChangedReason {
  return {
    criterion,
    reason: after?.reason ?? before?.reason ?? criterion,
    gone: after === undefined,
    points: points((workflow) => pointsFor(after, workflow) - pointsFor(before, workflow)),
  };
}

function byCriterion(assessment: Assessment): ReadonlyMap<string, Contribution> {
  return new Map((assessment.contributions ?? []).map((each) => [each.criterion, each]));
}

function points(of: (workflow: Workflow) => number): Points {
  return { SYNCHRONOUS: of('SYNCHRONOUS'), ASYNCHRONOUS: of('ASYNCHRONOUS'), BLENDED: of('BLENDED') };
}

function size(of: Points): number {
  return WORKFLOWS.reduce((sum, workflow) => sum + Math.abs(of[workflow]), 0);
}
