export type Workflow = 'SYNCHRONOUS' | 'ASYNCHRONOUS' | 'BLENDED';

export type Mode = 'LIVE' | 'SELF_PACED' | 'EITHER';
