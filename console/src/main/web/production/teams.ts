import agencyCampaign from '#examples/production/agency-campaign.json';
import agency from '#examples/production/agency-situation.json';
import brandCampaign from '#examples/production/brand-team-campaign.json';
import brand from '#examples/production/brand-team-situation.json';
import socialCampaign from '#examples/production/social-team-campaign.json';
import social from '#examples/production/social-team-situation.json';
import startupCampaign from '#examples/production/startup-campaign.json';
import startup from '#examples/production/startup-situation.json';

/** A team with what is known about it and a campaign of its own: the files of the repository's `examples/production`. */
export interface Team {
  readonly id: string;
  readonly title: string;
  readonly people: string;
  readonly gist: string;
  readonly situation: unknown;
  readonly campaign: { readonly displayName: string };
}

export const TEAMS: readonly Team[] = [
  {
    id: 'social-team',
    title: 'Social media team',
    people: '6 people, 4 channels',
    gist: 'A trend has to be answered within a day, and the reviewer is not always there.',
    situation: social,
    campaign: socialCampaign,
  },
  {
    id: 'brand-team',
    title: 'Brand team',
    people: '12 people, 5 channels',
    gist: 'One look over print, shop and screen: copy and design decide each other.',
    situation: brand,
    campaign: brandCampaign,
  },
  {
    id: 'startup',
    title: 'Startup',
    people: '3 part-timers, 3 channels',
    gist: 'Everything waits for the founder, and there is no money for tools.',
    situation: startup,
    campaign: startupCampaign,
  },
  {
    id: 'agency',
    title: 'Agency',
    people: '20 people, 10 clients, 40 channels',
    gist: 'Queues everywhere, and after three months nobody knows who pulls what.',
    situation: agency,
    campaign: agencyCampaign,
  },
];
