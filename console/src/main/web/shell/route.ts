/** Where in the console somebody is; kept in the address behind `#`, so that back, forward and bookmarks work. */
export type Route =
  | { readonly at: 'home' }
  | { readonly at: 'new'; readonly example: string }
  | { readonly at: 'program'; readonly name: string }
  | { readonly at: 'brief'; readonly name: string; readonly question: string }
  | { readonly at: 'team'; readonly example: string }
  | { readonly at: 'campaign'; readonly name: string }
  | { readonly at: 'models' }
  | { readonly at: 'nowhere' };

export function routeOf(hash: string): Route {
  const segments = hash.replace(/^#\/?/, '').split('/').filter((segment) => segment !== '');
  const [first, second] = segments;
  if (first === undefined) {
    return { at: 'home' };
  }
  if (first === 'models' && segments.length === 1) {
    return { at: 'models' };
  }
  if (first === 'new' && segments.length <= 2) {
    return { at: 'new', example: second ?? '' };
  }
  if (first === 'programs' && second !== undefined && segments.length === 2) {
    return { at: 'program', name: `programs/${second}` };
  }
  if (first === 'programs' && second !== undefined && segments.length <= 4 && segments[2] === 'brief') {
    return { at: 'brief', name: `programs/${second}`, question: segments[3] ?? '' };
  }
  if (first === 'teams' && second !== undefined && segments.length === 2) {
    return { at: 'team', example: second };
  }
  if (first === 'campaigns' && second !== undefined && segments.length === 2) {
    return { at: 'campaign', name: `campaigns/${second}` };
  }
  return { at: 'nowhere' };
}

export function linkTo(route: Route): string {
  switch (route.at) {
    case 'home':
      return '#/';
    case 'new':
      return `#/new/${route.example}`;
    case 'team':
      return `#/teams/${route.example}`;
    case 'brief':
      return `#/${route.name}/brief/${route.question}`;
    case 'program':
    case 'campaign':
      return `#/${route.name}`;
    case 'models':
      return '#/models';
    case 'nowhere':
      return '#/nowhere';
  }
}
