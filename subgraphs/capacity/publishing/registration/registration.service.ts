import { randomUUID } from 'node:crypto';
import type { Caller } from '../../../../platform/identity/caller.js';
import { HubError } from '../../../../platform/errors/errors.js';
import type { HubEvent } from '../../../../platform/outbox/outbox.js';
import { ownOrganisation } from '../../../../platform/identity/own-organisation.js';
import { repeatedKeys } from '../publication/publication.rules.js';
import { mostRows } from '../publication/publication.service.js';
import type { PublicationStore } from '../publication/publication.store.js';
import { rowFault, type RowFault } from '../../../../platform/input/row-fault.js';
import type { OfferRegistrationInput } from './registration.input.js';
import type { RegistrationOutcome } from './registration-outcome.js';
import {
  allOrNothing,
  judgeEnd,
  judgeOffer,
  offerFault,
  refused,
  registrationFault,
  toOfferRecord,
  type RegisteredOffer,
  type RegistrationJudgement,
} from './registration.rules.js';
import type { RegistrationStore } from './registration.store.js';
import { siteBook, type SiteBook } from './sites.rules.js';

/** What became of one offer, at the place that it had in the request. Survives JSON. */
export interface RegisteredRow {
  readonly outcome: RegistrationOutcome;
  readonly offerId: string | null;
  readonly fault: RowFault | null;
}

type Rows = readonly OfferRegistrationInput[];
type Known = ReadonlyMap<string, RegisteredOffer>;

/** Takes in what an organisation offers: new, changed or ended, by its own keys. */
export function registrationService(
  store: RegistrationStore,
  { takeTurn }: Pick<PublicationStore, 'takeTurn'>,
  emitEvents: (events: readonly HubEvent[]) => Promise<void>,
) {
  const openBook = async (organisationId: string, rows: Rows): Promise<SiteBook> => {
    const postcodes = rows.flatMap(({ offer }) => offer?.site.postcode4 ?? []);
    return siteBook(await store.findSites(organisationId), await store.findPostcodes(postcodes), randomUUID);
  };

  return {
    /** Throws FORBIDDEN and TOO_MANY_ROWS; all else is told of each offer by itself. */
    async register(caller: Caller, rows: Rows, isAtomic: boolean): Promise<RegisteredRow[]> {
      const organisationId = ownOrganisation(caller);
      if (rows.length < 1 || rows.length > mostRows)
        throw new HubError('TOO_MANY_ROWS', { field: 'offers', limit: mostRows });
      await takeTurn(organisationId);
      const faults = ownFaults(rows);
      const sound = rows.filter((_, index) => !faults[index]);
      const known = await store.lock(
        organisationId,
        sound.map(({ key }) => key),
      );
      const book = await openBook(organisationId, sound);
      const judged = rows.map((row, index) => {
        const fault = faults[index];
        return fault ? refused(fault) : judge(row, index, known, book);
      });
      const judgements = isAtomic ? allOrNothing(judged) : judged;
      const ids = await write(organisationId, rows, judgements, known, book);
      return judgements.map(({ outcome, fault }, index) => {
        return { outcome, fault, offerId: ids.get(rows[index]?.key ?? '') ?? null };
      });
    },
  };

  /** Writes what is to be written, with its events. Gives the ids of all offers by key. */
  async function write(
    organisationId: string,
    rows: Rows,
    judgements: readonly RegistrationJudgement[],
    known: Known,
    book: SiteBook,
  ): Promise<Map<string, string>> {
    const keysOf = (test: (judgement: RegistrationJudgement) => boolean): string[] =>
      rows.filter((_, index) => judgements[index] && test(judgements[index])).map(({ key }) => key);
    const records = new Map(
      judgements.flatMap(({ record }, index) => (record ? [[rows[index]?.key ?? '', record]] : [])),
    );
    const sites = new Set([...records.values()].map((record) => record['site_id']));
    await store.writeSites(
      organisationId,
      book.planned().filter(({ id }) => sites.has(id)),
    );
    const written = await store.writeOffers(organisationId, records);
    const retired = keysOf(({ outcome }) => outcome === 'RETIRED').flatMap((key) => known.get(key)?.id ?? []);
    await store.retire(retired);
    await emitEvents(eventsOf(organisationId, [...written.values()], retired));
    return new Map([...[...known].map(([key, { id }]) => [key, id] as const), ...written]);
  }
}

function ownFaults(rows: Rows): (RowFault | null)[] {
  const repeated = repeatedKeys(rows.map(({ key }) => ({ offerKey: key })));
  return rows.map((row, index) => {
    const isRepeated = repeated.has(row.key);
    return registrationFault(row, index) ?? (isRepeated ? rowFault('OFFER_KEY_REPEATED', `offers.${index}.key`) : null);
  });
}

/** An offer that is refused for itself leaves the sites as they are: its site is looked at last. */
function judge(
  { key, offer }: OfferRegistrationInput,
  index: number,
  known: Known,
  book: SiteBook,
): RegistrationJudgement {
  if (!offer) return judgeEnd(known.get(key), index);
  const fault = offerFault(known.get(key), offer.unit, index);
  if (fault) return refused(fault);
  const site = book.place(offer.site, `offers.${index}.offer.site`);
  if ('code' in site) return refused(site);
  const isSiteWritten = book.planned().includes(site);
  return judgeOffer(known.get(key), { record: toOfferRecord(offer, site.id), isSiteWritten });
}

function eventsOf(organisationId: string, registered: readonly string[], retired: readonly string[]): HubEvent[] {
  return [
    { kind: 'offer.registered', organisationId, data: { offerIds: registered } },
    { kind: 'offer.retired', organisationId, data: { offerIds: retired } },
  ].filter(({ data }) => data.offerIds.length > 0);
}
