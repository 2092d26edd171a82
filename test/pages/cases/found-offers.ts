import { broker } from '../../actors.js';
import type { TestHub } from '../../hub.js';

/** An offer among the options of a case. */
export interface FoundOffer {
  readonly id: string;
  readonly title: string;
  readonly organisation: { readonly id: string; readonly name: string };
}

/** The first options of a case, one of each provider, in the order in which they are found. */
export async function foundOffers(hub: TestHub, caseId: string): Promise<FoundOffer[]> {
  const { data } = await hub.query<{ case: { options: { edges: { node: FoundOffer }[] } } }>(
    'query ($id: ID!) { case(id: $id) { options(first: 10) { edges { node { id title organisation { id name } } } } } }',
    { id: caseId },
    broker,
  );
  const found = data.case.options.edges.map(({ node }) => node);
  const providers = found.map(({ organisation }) => organisation.id);
  return found.filter(({ organisation }, index) => providers.indexOf(organisation.id) === index);
}

/** The referral by which a case lies before the provider of an offer. */
export async function openReferralBefore(hub: TestHub, caseId: string, { organisation }: FoundOffer): Promise<string> {
  const { data } = await hub.query<{
    case: { referrals: { id: string; state: string; organisation: { id: string } }[] };
  }>('query ($id: ID!) { case(id: $id) { referrals { id state organisation { id } } } }', { id: caseId }, broker);
  const open = data.case.referrals.find((one) => one.state === 'OPEN' && one.organisation.id === organisation.id);
  if (!open) throw new Error('the case lies before no such provider');
  return open.id;
}
