import DataLoader from 'dataloader';
import { audited, auditTrail, type AuditSource, type AuditTrail } from '../../platform/audit/audit-trail.js';
import type { Caller } from '../../platform/identity/caller.js';
import type { DataSource, EntityManager } from '../../platform/database/database.js';
import { HubError } from '../../platform/errors/errors.js';
import { onceOnly, type IdempotentAnswer, type IdempotentRequest } from '../../platform/idempotency/idempotency.js';
import { batchLoader, loaderFor, onceLoader } from '../../platform/database/loaders.js';
import type { PageRequest } from '../../platform/paging/pages.js';
import { inTransaction, type TransactionOptions } from '../../platform/database/transaction.js';
import { createFairTurnstile, NotYet, type FairTurnstile } from '../../platform/process/fair-turnstile.js';
import { noteFamilies, type PlacedOffer } from './access-log/family.rules.js';
import type { FigureArgs } from '../../figures/figure-args.js';
import type { CapacityConfig } from './config.js';
import type { UnmetNeedGrouping } from './figures/unmet-need/unmet-need.vocabulary.js';
import type { HoldParent, HoldRow } from './hold/read/hold.read-model.js';
import type { OfferRow } from './offer/offer.entity.js';
import type { OptionConnection } from './options/option.type.js';
import type { AskedSuggestions } from './options/suggestions/suggestion.read-model.js';
import type { OptionSearch } from './options/options.service.js';
import { tryTurn } from './publishing/organisation-turn.store.js';
import { capacityServices, type CapacityServices } from './services.js';
import type { WaitlistRow } from './waitlist/waitlist.read-model.js';

/** What one request carries: who asks, what capacity can do, and the batches in which rows are fetched. */
export interface CapacityContext {
  readonly caller: Caller;
  readonly services: CapacityServices;
  readonly loaders: CapacityLoaders;
  /** Where every access to a hold, a waiting list, a case or a family is noted. */
  readonly audit: AuditTrail;
  /** Does the work of a mutation in one transaction, once for each key of the caller. */
  once<A>(request: IdempotentRequest, options: ChangeOptions, work: Work<A>): Promise<IdempotentAnswer<A>>;
}

export interface ChangeOptions extends TransactionOptions {
  /**
   * Work on hundreds of offers of one organisation: it waits its turn, so that it leaves connections and processors to who asks a question.
   * Work that takes many seconds is `long`: it waits for its like only.
   */
  readonly bulk?: 'short' | 'long';
}

/** Work with the services of a transaction, which keeps its own trail; what it gives must survive JSON, for the second time that it is asked. */
export type Work<A> = (services: CapacityServices, audit: AuditTrail) => Promise<A>;

export type CapacityLoaders = ReturnType<typeof createLoaders>;

/** What is bulk waits here, each organisation in its own row: neither many requests of one nor a long one keeps another from publishing. */
export type BulkTurnstiles = Readonly<Record<'short' | 'long', FairTurnstile>>;

/** One at a time, so that one processor stays free for questions; and nobody waits as long as the gateway waits for an answer. */
export function bulkTurnstiles(): BulkTurnstiles {
  return { short: createFairTurnstile(1, 3_500), long: createFairTurnstile(1, 3_500) };
}

/** What all requests share. */
export interface CapacityBase {
  readonly db: DataSource;
  readonly config: CapacityConfig;
  readonly source: AuditSource;
  readonly turnstiles: BulkTurnstiles;
}

/** What a request reads over: its transaction, and where its searches go. */
export interface Reading {
  readonly tx: EntityManager;
  readonly searching: EntityManager;
}

/** What a request changes is changed in transactions of their own, each with its audit. */
export function createContext(
  caller: Caller,
  { db, config, source, turnstiles }: CapacityBase,
  { tx, searching }: Reading,
  audit: AuditTrail,
): CapacityContext {
  const services = capacityServices(tx, config, searching);
  return {
    caller,
    services,
    audit,
    loaders: createLoaders(caller, services, audit),
    once: (request, { bulk, ...options }, work) => {
      const answer = async (own: EntityManager) => {
        const trail = auditTrail(source, caller);
        const given = await onceOnly(own, caller, request, () => work(capacityServices(own, config), trail));
        await trail.write(own);
        return given;
      };
      if (!bulk) return inTransaction(db, { ...options, caller }, answer);
      const who = caller.organisationId ?? caller.subject;
      return turnstiles[bulk].pass(who, () =>
        inTransaction(db, { ...options, caller }, async (own) => {
          // another process may work for this organisation: waiting for it here would keep the others waiting as well
          if (!(await tryTurn(own, who))) throw new NotYet();
          return answer(own);
        }),
      );
    },
  };
}

/** How many searches one request may ask: each considers every offer of a municipality. */
const maxSearches = 20;

function createLoaders(caller: Caller, services: CapacityServices, audit: AuditTrail) {
  const offersOfOrganisation = new Map<string, DataLoader<string, OfferRow[] | null>>();
  const waitlistEntriesOfCase = new Map<string, DataLoader<string, WaitlistRow[] | null>>();
  const holdsOfParent = new Map<string, DataLoader<string, HoldRow[] | null>>();
  const note = (offers: Iterable<PlacedOffer>): void => noteFamilies(audit, caller, [...offers]);
  return {
    searches: searchLoader(caller, services, note),

    /** The figure for all themes of a request: a statement for each grouping. */
    unmetNeedOf: onceLoader((asked: FigureArgs & { readonly by: UnmetNeedGrouping }) =>
      services.unmetNeedFigures.unmetNeed(caller, asked, asked.by),
    ),

    /** One statement for all checklists of a request. */
    suggestions: batchLoader((asked: readonly AskedSuggestions[]) => {
      if (asked.length > maxSearches) throw new HubError('QUERY_TOO_LARGE', { measure: 'searches' });
      return services.suggestions.find(asked);
    }),
    offers: batchLoader(async (ids: readonly string[]) => {
      const found = await services.offers.findByIds(caller, ids);
      note(found.values());
      return found;
    }),
    sites: batchLoader((ids: readonly string[]) => services.sites.findByIds(ids)),
    latestReports: batchLoader((ids: readonly string[]) => services.reports.findLatestByOfferIds(ids)),
    closures: batchLoader((ids: readonly string[]) => services.closures.findCurrentByOfferIds(ids)),
    closureHistory: batchLoader((ids: readonly string[]) => services.closures.findHistoryByOfferIds(ids)),
    closureRevisions: batchLoader((ids: readonly string[]) => services.closures.findRevisionsByClosureIds(ids)),
    availability: batchLoader((ids: readonly string[]) => services.availability.findByOfferIds(ids)),

    holds: batchLoader(audited(audit, 'Hold', (ids) => services.holdLists.findByIds(caller, ids))),

    waitlistEntries: batchLoader(audited(audit, 'WaitlistEntry', (ids) => services.waitlists.findByIds(caller, ids))),

    /** One loader for each page that is asked for: its batch is a page of every case at once. */
    waitlistEntriesOf(page: PageRequest): DataLoader<string, WaitlistRow[] | null> {
      return loaderFor(waitlistEntriesOfCase, page, (ids) => services.waitlists.findPageOfCases(caller, ids, page));
    },

    /** One loader for each page that is asked for: its batch is a page of every offer or case at once. */
    holdsOf(parent: HoldParent, page: PageRequest): DataLoader<string, HoldRow[] | null> {
      return loaderFor(holdsOfParent, [parent, page], (ids) =>
        services.holdLists.findPageOf(parent, caller, ids, page),
      );
    },

    /** One loader for each page that is asked for: its batch is a page of every organisation at once. */
    offersOfOrganisation(page: PageRequest): DataLoader<string, OfferRow[] | null> {
      return loaderFor(offersOfOrganisation, page, async (ids) => {
        const found = await services.offers.findPageByOrganisations(caller, ids, page);
        note([...found.values()].flatMap((rows) => rows.slice(0, page.first)));
        return found;
      });
    },
  };
}

/**
 * The searches of one request, one after the other, so that a list of cases does not take every connection. What each found or did not
 * find is noted.
 */
function searchLoader(
  caller: Caller,
  services: CapacityServices,
  noteShown: (offers: Iterable<PlacedOffer>) => void,
): DataLoader<OptionSearch, OptionConnection> {
  const findAndNote = async (search: OptionSearch): Promise<OptionConnection> => {
    const found = await services.options.find(caller, search);
    noteShown(found.edges.map(({ node }) => node));
    await services.unmetNeeds.note(caller, search, found.unmet);
    return found;
  };
  const find = (search: OptionSearch): Promise<OptionConnection | Error> =>
    findAndNote(search).catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
  return new DataLoader(
    async (searches) => {
      if (searches.length > maxSearches)
        return searches.map(() => new HubError('QUERY_TOO_LARGE', { measure: 'searches' }));
      const found: (OptionConnection | Error)[] = [];
      for (const search of searches) found.push(await find(search));
      return found;
    },
    { cache: false },
  );
}
