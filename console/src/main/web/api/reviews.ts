import { everyPage, get, post } from './http';
import type { Assessment, Program, Review, SupportPlan } from './types';

/** Of a run; an empty outcome means the one that ended last. */
export function getReview(program: string, outcome: string): Promise<Review> {
  return get<Review>(`/v1/${program}/review?${new URLSearchParams({ outcome })}`);
}

export interface Conclusion {
  readonly outcome: string;
  readonly conclusion: string;
  readonly nextDate: string;
}

export function recordReview(program: Program, conclusion: Conclusion, key: string): Promise<Program> {
  return post<Program>(`/v1/${program.name}:review`, { ...conclusion, etag: program.etag }, key);
}

export function listAssessments(program: string): Promise<readonly Assessment[]> {
  return everyPage<Assessment>(`/v1/${program}/assessments`, 'assessments');
}

/** By what a program goes on, and how that is explained to those who take part. */
export interface SwitchPlan {
  readonly assessment: string;
  readonly reason: string;
  readonly communication: string;
  readonly deadlines: string;
  readonly interaction: string;
}

export function switchWorkflow(program: Program, plan: SwitchPlan, key: string): Promise<Program> {
  return post<Program>(`/v1/${program.name}:switchWorkflow`, { ...plan, etag: program.etag }, key);
}

export function getSupportPlan(program: string): Promise<SupportPlan> {
  return get<SupportPlan>(`/v1/${program}/supportPlan`);
}
