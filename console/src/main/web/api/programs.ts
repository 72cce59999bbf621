import { ask, everyPage, get, patch, post } from './http';
import type {
  Assessment,
  LaunchReadiness,
  Outcome,
  OutcomeDraft,
  PilotFeedback,
  PilotFinding,
  PilotSample,
  Program,
  ProgramDraft,
} from './types';

export async function listPrograms(): Promise<readonly Program[]> {
  return everyPage<Program>('/v1/programs', 'programs');
}

export function getProgram(name: string): Promise<Program> {
  return get<Program>(`/v1/${name}`);
}

export function createProgram(draft: ProgramDraft, key: string): Promise<Program> {
  return post<Program>('/v1/programs', draft, key);
}

/** Everything that somebody describes takes the place of what was there; what is left out is taken away. */
export function updateProgram(program: Program, draft: ProgramDraft, key: string): Promise<Program> {
  const fields = 'displayName,brief,successMetrics,learnerInformation,flexibility';
  return patch<Program>(`/v1/${program.name}?updateMask=${fields}`, { ...draft, etag: program.etag }, key);
}

/** Scores a brief without keeping anything. */
export function previewAssessment(brief: unknown, signal: AbortSignal): Promise<Assessment> {
  return ask<Assessment>('/v1/assessments:preview', { brief }, signal);
}

export function assessProgram(program: Program, key: string): Promise<Assessment> {
  return post<Assessment>(`/v1/${program.name}:assess`, { etag: program.etag }, key);
}

export function getAssessment(name: string): Promise<Assessment> {
  return get<Assessment>(`/v1/${name}`);
}

export function acceptAssessment(program: Program, assessment: string, key: string): Promise<Program> {
  return post<Program>(`/v1/${program.name}:accept`, { assessment, etag: program.etag }, key);
}

export function getReadiness(program: string): Promise<LaunchReadiness> {
  return get<LaunchReadiness>(`/v1/${program}/readiness`);
}

export function planPilot(program: Program, startDate: string, sample: PilotSample, key: string): Promise<Program> {
  return post<Program>(`/v1/${program.name}:planPilot`, { startDate, sample, etag: program.etag }, key);
}

export function recordPilot(
  program: Program,
  shown: { readonly feedback?: readonly PilotFeedback[]; readonly findings?: readonly PilotFinding[] },
  key: string,
): Promise<Program> {
  return post<Program>(`/v1/${program.name}:recordPilot`, { ...shown, etag: program.etag }, key);
}

export function finishPilot(program: Program, key: string): Promise<Program> {
  return post<Program>(`/v1/${program.name}:finishPilot`, { etag: program.etag }, key);
}

export function launchProgram(program: Program, startDate: string, key: string): Promise<Program> {
  return post<Program>(`/v1/${program.name}:launch`, { startDate, etag: program.etag }, key);
}

export function cancelLaunch(program: Program, key: string): Promise<Program> {
  return post<Program>(`/v1/${program.name}:cancelLaunch`, { etag: program.etag }, key);
}

export async function listOutcomes(program: string): Promise<readonly Outcome[]> {
  return everyPage<Outcome>(`/v1/${program}/outcomes`, 'outcomes');
}

export function recordOutcome(program: string, outcome: OutcomeDraft, key: string): Promise<Outcome> {
  return post<Outcome>(`/v1/${program}/outcomes`, outcome, key);
}
