import type { OwnNetworkRequestsData } from '../../generated/operations.js';
import { networkAnswer } from '../../generated/words.js';

type OwnRequests = NonNullable<OwnNetworkRequestsData['networkRequests']>;
type OwnRequest = OwnRequests['edges'][number]['node'];

/** What colleagues wrote down about own questions, in one sentence; null where nobody did. */
export function calledBackNews(before: OwnRequests, now: OwnRequests): string | null {
  const stood = new Map(before.edges.map(({ node }) => [node.id, node]));
  const said = now.edges.flatMap(({ node }) => {
    const was = stood.get(node.id);
    const sentence = was ? newsOf(was, node) : null;
    return sentence === null ? [] : [sentence];
  });
  return said.length === 0 ? null : `${said.join('; ')}.`;
}

function newsOf(was: OwnRequest, { state, answer, firstContactAt, team }: OwnRequest): string | null {
  const who = team?.name ?? 'Een team';
  if (state === 'ANSWERED' && was.state !== 'ANSWERED')
    return `${who} gaf antwoord op uw vraag aan het netwerk${answer ? `: ${networkAnswer[answer]}` : ''}`;
  const isCalledBack = firstContactAt !== null && was.firstContactAt === null;
  return isCalledBack ? `${who} schreef op dat u bent teruggebeld over uw vraag aan het netwerk` : null;
}
