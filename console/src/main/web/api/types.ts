/*
 * The part of the JSON API that the console shows, as syncopate.<area>.v1 defines it. Proto3 JSON leaves out what has
 * its default value, so nearly every field may be missing.
 */
export * from './types/assessment';
export * from './types/design';
export * from './types/model';
export * from './types/outcome';
export * from './types/pilot';
export * from './types/platform';
export * from './types/production';
export * from './types/program';
export * from './types/review';
export * from './types/scheduling';
export * from './types/workflow';
