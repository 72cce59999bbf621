import { get, post } from './http';
import type { PlatformStatus, SignedInCaller } from './types';

export function platformStatus(): Promise<PlatformStatus> {
  return get<PlatformStatus>('/v1/status');
}

let caller: Promise<SignedInCaller | undefined> | undefined;

/** Who is signed in, asked once: another person gets another page. */
export function currentCaller(): Promise<SignedInCaller | undefined> {
  caller ??= platformStatus()
    .then((status) => status.caller)
    .catch((thrown: unknown) => {
      caller = undefined;
      throw thrown;
    });
  return caller;
}

export function signOut(): Promise<void> {
  return post<void>('/sign-out', {}, 'sign-out');
}
