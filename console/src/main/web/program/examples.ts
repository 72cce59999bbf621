import compliance from '#examples/learning/compliance-training.json';
import dataAnalysis from '#examples/learning/data-analysis-course.json';
import incidentResponse from '#examples/learning/incident-response-practice.json';
import leadership from '#examples/learning/leadership-coaching.json';

/** A program that can be created as it stands: the request bodies of the repository's `examples/learning`. */
export interface Example {
  readonly id: string;
  readonly title: string;
  readonly people: string;
  readonly gist: string;
  readonly body: unknown;
}

export const EXAMPLES: readonly Example[] = [
  {
    id: 'compliance-training',
    title: compliance.displayName,
    people: '500 people, 12 time zones',
    gist: 'Facts that stay as they are, a certification test, and nobody who can promise a fixed hour.',
    body: compliance,
  },
  {
    id: 'data-analysis-course',
    title: dataAnalysis.displayName,
    people: '80 students, one zone',
    gist: 'Theory and coding practice through a semester in which the clocks change.',
    body: dataAnalysis,
  },
  {
    id: 'leadership-coaching',
    title: leadership.displayName,
    people: '30 managers, one zone',
    gist: 'A skill that lives on role play and feedback at once, two hours every two weeks.',
    body: leadership,
  },
  {
    id: 'incident-response-practice',
    title: incidentResponse.displayName,
    people: '44 engineers, four zones',
    gist: 'Practice together on three continents: whose turn is it to have the late hour?',
    body: incidentResponse,
  },
];
