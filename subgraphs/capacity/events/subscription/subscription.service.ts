import type { Caller } from '../../../../platform/identity/caller.js';
import { HubError } from '../../../../platform/errors/errors.js';
import { isUuid } from '../../../../platform/input/identifiers.js';
import type { PageRequest } from '../../../../platform/paging/pages.js';
import { isWebhookSecret, newWebhookSecret } from '../../../../platform/sending/webhook/signature.js';
import { webhookUrl, type Reach } from '../../../../platform/sending/webhook/webhook-url.js';
import { EventKind, outboxKind } from '../change/event-kind.js';
import { ownOrganisation } from '../../../../platform/identity/own-organisation.js';
import type { subscriptionStore, SubscriptionRow } from './subscription.store.js';

/** What a partner asks: where to, of what, and signed with which secret. */
export interface Wish {
  readonly url: string;
  readonly kinds: readonly EventKind[];
  readonly secret?: string | null;
}

const mostPerOrganisation = 10;

/** Subscriptions of the caller's own organisation; whatever belongs to another is NOT_FOUND. */
export function subscriptionService(store: ReturnType<typeof subscriptionStore>, reach: Reach) {
  async function find(caller: Caller, id: string): Promise<SubscriptionRow> {
    const [row] = isUuid(id) ? await store.findByIds(ownOrganisation(caller), [id]) : [];
    if (!row) throw new HubError('NOT_FOUND');
    return row;
  }

  return {
    find,

    findPage: (caller: Caller, page: PageRequest): Promise<SubscriptionRow[]> =>
      store.findPage(ownOrganisation(caller), page),

    /** Throws URL_NOT_ALLOWED, BAD_USER_INPUT or TOO_MANY_SUBSCRIPTIONS. */
    async subscribe(caller: Caller, wish: Wish): Promise<string> {
      const organisationId = ownOrganisation(caller);
      const url = webhookUrl(wish.url, reach);
      if (!url) throw new HubError('URL_NOT_ALLOWED');
      if (wish.kinds.length === 0) throw new HubError('BAD_USER_INPUT', { field: 'kinds', expected: '≥ 1' });
      const count = await store.countLive(organisationId);
      if (count >= mostPerOrganisation) throw new HubError('TOO_MANY_SUBSCRIPTIONS', { limit: mostPerOrganisation });
      return store.insert({
        organisationId,
        subject: caller.subject,
        url: url.href,
        kinds: [...new Set(wish.kinds)].map(outboxKind),
        secret: secretOf(wish),
      });
    },

    async unsubscribe(caller: Caller, id: string): Promise<void> {
      const row = await find(caller, id);
      await store.end(ownOrganisation(caller), row.id);
    },

    /** For the answer to the request that made the subscription, the first time, and for nothing else. */
    revealSecret: (caller: Caller, id: string): Promise<string | null> => store.findSecret(ownOrganisation(caller), id),
  };
}

function secretOf({ secret }: Wish): string {
  if (secret == null) return newWebhookSecret();
  if (!isWebhookSecret(secret))
    throw new HubError('BAD_USER_INPUT', { field: 'secret', expected: 'whsec_ + base64, 24–64 bytes' });
  return secret;
}
