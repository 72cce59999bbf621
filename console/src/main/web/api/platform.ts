import { get } from './http';
import type { PlatformStatus } from './types';

export function platformStatus(): Promise<PlatformStatus> {
  return get<PlatformStatus>('/v1/status');
}
