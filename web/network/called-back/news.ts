import type { OwnNetworkRequestsData } from '../../generated/operations.js';

type OwnRequests = NonNullable<OwnNetworkRequestsData['networkRequests']>;
type OwnRequest = OwnRequests['edges'][number]['node'];

/** What colleagues wrote down about own questions that were open, in one sentence; null where nobody did. */
export function calledBackNews(before: OwnRequests, now: OwnRequests): string | null {
  const stand = new Map(now.edges.map(({ node }) => [node.id, node]));
  const said = before.edges.flatMap(({ node }) => {
    const is = stand.get(node.id);
    const sentence = is ? newsOf(node, is) : leftNews(node, now);
    return sentence === null ? [] : [sentence];
  });
  return said.length === 0 ? null : `${said.join('; ')}.`;
}

function newsOf(was: OwnRequest, { firstContactAt, team }: OwnRequest): string | null {
  const isCalledBack = firstContactAt !== null && was.firstContactAt === null;
  return isCalledBack ? `${nameOf(team)} schreef op dat u bent teruggebeld over uw vraag aan het netwerk` : null;
}

/** What is open no more was answered; of a list that goes on nobody knows. */
function leftNews({ team }: OwnRequest, { pageInfo }: OwnRequests): string | null {
  return pageInfo.hasNextPage ? null : `${nameOf(team)} gaf antwoord op uw vraag aan het netwerk`;
}

function nameOf(team: OwnRequest['team']): string {
  return team?.name ?? 'Een team';
}
