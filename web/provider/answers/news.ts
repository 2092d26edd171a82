import type { Desk } from './answers.js';

/** What came to wait for an answer, in one sentence; null where nothing did. */
export function deskNews(before: Desk, now: Desk): string | null {
  const stood = waitingIn(before);
  const [first, ...others] = [...waitingIn(now)].filter(([id]) => !stood.has(id)).map(([, about]) => about);
  if (first === undefined) return null;
  return `Nieuwe aanvraag: ${first}${others.length > 0 ? `, en ${others.length} andere` : ''}.`;
}

/** What waits by its identifier, and what it is about. A case that was put before the provider for a place waits with that place. */
function waitingIn({ waiting, referrals }: Desk): Map<string, string> {
  const holds = (waiting?.edges ?? []).map(({ node }) => [node.id, node.offer?.title ?? 'een plek'] as const);
  const alone = (referrals?.edges ?? [])
    .filter(({ node }) => !node.hold)
    .map(({ node }) => [node.id, `vraag over ${node.pseudonym ?? 'een kind'}`] as const);
  return new Map([...holds, ...alone]);
}
