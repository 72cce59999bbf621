export type BackendState = 'READY' | 'DOWN' | 'UNKNOWN';

export interface BackendStatus {
  readonly name: string;
  readonly state: BackendState;
  readonly services?: readonly string[];
  readonly detail?: string;
}

/** Who is signed in: `people/{person}` of a tenant. */
export interface SignedInCaller {
  readonly tenant: string;
  readonly person: string;
}

/** Only `product` and `signedIn` for who is not signed in. */
export interface PlatformStatus {
  readonly product: string;
  readonly signedIn: boolean;
  readonly version?: string;
  readonly uptimeSeconds?: number;
  readonly caller?: SignedInCaller;
  readonly backends?: readonly BackendStatus[];
}
