import type { Caller } from '../../../../platform/identity/caller.js';
import { HubError } from '../../../../platform/errors/errors.js';
import type { HubEvent } from '../../../../platform/outbox/outbox.js';
import type { PublishMethod } from '../../availability/capacity-codes.js';
import { ownOrganisation } from '../../../../platform/identity/own-organisation.js';
import { rowFault, type RowFault } from '../../../../platform/input/row-fault.js';
import type { PublicationOutcome } from './publication-outcome.js';
import {
  allOrNothing,
  judge,
  rejected,
  repeatedKeys,
  reportFault,
  reportField,
  type Judgement,
  type PublishedReport,
} from './publication.rules.js';
import type { Knowledge, PlacedReport, PublicationStore, Source, StoredReport } from './publication.store.js';

/** Figures of many offers of one organisation, given at once. */
export interface PublicationRequest {
  /** The moment of which every report speaks that names no other. */
  readonly asOf: Date;
  readonly isAtomic: boolean;
  readonly method: PublishMethod;
  /** 1 to 500. */
  readonly reports: readonly PublishedReport[];
}

/** What became of one report, at the place that it had in the request. Survives JSON. */
export interface PublishedRow {
  readonly outcome: PublicationOutcome;
  readonly offerId: string | null;
  readonly fault: RowFault | null;
}

export interface PublicationRecord {
  readonly receivedAt: string;
  readonly rows: readonly PublishedRow[];
}

export const mostRows = 500;

/** Takes figures in: what was accepted is stored, with its event, when the transaction around it is committed. */
export function publicationService(
  store: PublicationStore,
  emitEvents: (events: readonly HubEvent[]) => Promise<void>,
) {
  return {
    /** Throws FORBIDDEN and TOO_MANY_ROWS; all else is told of each report by itself. */
    async publish(caller: Caller, request: PublicationRequest): Promise<PublicationRecord> {
      const source: Source = { organisationId: ownOrganisation(caller), subject: caller.subject };
      const { reports, isAtomic, method } = request;
      if (reports.length < 1 || reports.length > mostRows)
        throw new HubError('TOO_MANY_ROWS', { field: 'reports', limit: mostRows });
      await store.takeTurn(source.organisationId);
      const placed = reports.map((report, index) => ({
        index,
        report: trimmed(report),
        asOf: report.asOf ?? request.asOf,
      }));
      const faults = ownFaults(placed, request.asOf);
      const known = await store.findKnowledge(
        source,
        placed.filter(({ index }) => !faults[index]),
      );
      const judged = placed.map(({ index, report }) => {
        const fault = faults[index];
        return fault ? rejected(fault) : judge(report, index, known.byIndex.get(index));
      });
      const judgements = isAtomic ? allOrNothing(judged) : judged;
      const stored = storedReports(placed, judgements, known);
      if (stored.length > 0) {
        await store.write(source, method, known.receivedAt, stored);
        await emitEvents(eventsOf(source, judgements, stored));
      }
      return {
        receivedAt: known.receivedAt,
        rows: judgements.map(({ outcome, fault }, index) => {
          return { outcome, fault, offerId: known.byIndex.get(index)?.offerId ?? null };
        }),
      };
    },
  };
}

function trimmed(report: PublishedReport): PublishedReport {
  return { ...report, note: report.note?.trim() || null };
}

/** What is wrong with each report by itself, by place. */
function ownFaults(placed: readonly PlacedReport[], asOf: Date): (RowFault | null)[] {
  const repeated = repeatedKeys(placed.map(({ report }) => report));
  return placed.map(({ index, report }) => {
    const fault = reportFault(report, index, asOf);
    const isRepeated = repeated.has(report.offerKey);
    return fault ?? (isRepeated ? rowFault('OFFER_KEY_REPEATED', reportField(index, 'offerKey')) : null);
  });
}

function storedReports(
  placed: readonly PlacedReport[],
  judgements: readonly Judgement[],
  { byIndex }: Knowledge,
): StoredReport[] {
  return placed.flatMap((report) => {
    const known = byIndex.get(report.index);
    return known && judgements[report.index]?.isStored
      ? [{ ...report, offerId: known.offerId, sequence: known.sequence, isDisputed: known.isDisputed }]
      : [];
  });
}

/** One event for the offers with other figures, one for those whose figure was confirmed. */
function eventsOf(
  { organisationId }: Source,
  judgements: readonly Judgement[],
  stored: readonly StoredReport[],
): HubEvent[] {
  const idsWith = (outcome: PublicationOutcome): string[] =>
    stored.filter(({ index }) => judgements[index]?.outcome === outcome).map(({ offerId }) => offerId);
  return [
    { kind: 'capacity.reported', organisationId, data: { offerIds: idsWith('ACCEPTED') } },
    { kind: 'capacity.confirmed', organisationId, data: { offerIds: idsWith('UNCHANGED') } },
  ].filter(({ data }) => data.offerIds.length > 0);
}
