import { everyPage, get, post } from './http';
import type { DecisionModel, DecisionModelVersion, ModelDiff } from './types';

export function listModels(): Promise<readonly DecisionModel[]> {
  return everyPage<DecisionModel>('/v1/decisionModels', 'decisionModels');
}

/** The model that scores when nobody names another. */
export async function defaultModel(): Promise<DecisionModel | undefined> {
  return (await listModels()).find((model) => model.isDefault);
}

export function listVersions(model: string): Promise<readonly DecisionModelVersion[]> {
  return everyPage<DecisionModelVersion>(`/v1/${model}/versions`, 'decisionModelVersions');
}

export function diffModels(before: string, after: string): Promise<ModelDiff> {
  return get<ModelDiff>(`/v1/decisionModels:diff?${new URLSearchParams({ before, after })}`);
}

export function setDefaultModel(model: string, key: string): Promise<DecisionModel> {
  return post<DecisionModel>(`/v1/${model}:setDefault`, {}, key);
}
