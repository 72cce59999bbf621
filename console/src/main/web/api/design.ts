import { ask, get } from './http';
import type { CostComparison, CostQuestion, DesignQuality, LintReport } from './types';

export function lintOf(program: string): Promise<LintReport> {
  return get<LintReport>(`/v1/${program}/lint`);
}

export function qualityOf(program: string): Promise<DesignQuality> {
  return get<DesignQuality>(`/v1/${program}/quality`);
}

export function costsOf(program: string, question: CostQuestion): Promise<CostComparison> {
  return ask<CostComparison>(`/v1/${program}:previewCosts`, question);
}
