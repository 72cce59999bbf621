import { ask, everyPage, get, post } from './http';
import type { Asset, Campaign, Claim, Decision, Handover, Pipeline, ProductionAdvice } from './types';

/** Which way of handing work on fits; nothing is stored. */
export function adviseOn(request: unknown): Promise<ProductionAdvice> {
  return ask<ProductionAdvice>('/v1/productionModels:recommend', request);
}

export function createCampaign(campaign: unknown, key: string): Promise<Campaign> {
  return post<Campaign>('/v1/campaigns', campaign, key);
}

export function getCampaign(name: string): Promise<Campaign> {
  return get<Campaign>(`/v1/${name}`);
}

export function getPipeline(name: string): Promise<Pipeline> {
  return get<Pipeline>(`/v1/${name}`);
}

export function listAssets(campaign: string): Promise<readonly Asset[]> {
  return everyPage<Asset>(`/v1/${campaign}/assets`, 'assets');
}

export function getAsset(name: string): Promise<Asset> {
  return get<Asset>(`/v1/${name}`);
}

/** Takes the asset from the queue in which it waits. */
export function claimAsset(asset: Asset, key: string): Promise<Claim> {
  return post<Claim>(`/v1/${asset.queue ?? ''}:claim`, { asset: asset.name }, key);
}

/** Gives the asset back to its queue. */
export function releaseAsset(asset: Asset, key: string): Promise<Claim> {
  return post<Claim>(`/v1/${asset.claim ?? ''}:release`, {}, key);
}

export function pushAsset(asset: Asset, handover: Handover, key: string): Promise<Asset> {
  return post<Asset>(`/v1/${asset.name}:push`, { ...handover, claim: asset.claim, etag: asset.etag }, key);
}

export function reviewAsset(asset: Asset, decision: Decision, handover: Handover, key: string): Promise<Asset> {
  return post<Asset>(`/v1/${asset.name}:review`, { ...handover, decision, claim: asset.claim, etag: asset.etag }, key);
}
