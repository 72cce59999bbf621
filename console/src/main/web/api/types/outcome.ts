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
  readonly assessedCount?: number;
  readonly assessmentScoreDeviation?: number;
  readonly satisfactionCount?: number;
  readonly satisfactionDeviation?: number;
  readonly applicationCount?: number;
  readonly signals?: Signals;
}

export interface Signals {
  readonly mixRating?: number;
  readonly liveAttendancePercent?: number;
  readonly selfPacedStartedPercent?: number;
  readonly contentRating?: number;
  readonly facilitationRating?: number;
  readonly feedbackDays?: number;
  readonly technologyRating?: number;
  readonly technicalProblemPercent?: number;
}

export interface Outcome extends Partial<OutcomeDraft> {
  readonly name: string;
  readonly completionPercent?: number;
}
