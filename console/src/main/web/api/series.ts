import { everyPage, get } from './http';
import type { Series, Session } from './types';

export function getSeries(name: string): Promise<Series> {
  return get<Series>(`/v1/${name}`);
}

export function listSessions(series: string): Promise<readonly Session[]> {
  return everyPage<Session>(`/v1/${series}/sessions`, 'sessions');
}
