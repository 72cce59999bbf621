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
