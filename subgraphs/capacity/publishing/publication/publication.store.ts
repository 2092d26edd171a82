import type { EntityManager } from 'typeorm';
import type { CapacityUnit, PublishMethod } from '../../availability/capacity-codes.js';
import { takeTurn } from '../organisation-turn.store.js';
import { minutesAhead, type PublishedReport, type ReportFacts } from './publication.rules.js';

/** A report at its place in a publication, with the moment that it speaks of. */
export interface PlacedReport {
  readonly index: number;
  readonly report: PublishedReport;
  readonly asOf: Date;
}

/** A report to write, as the database knows it: instants to the microsecond, as text. */
export interface StoredReport extends PlacedReport {
  readonly offerId: string;
  readonly sequence: number;
  readonly isDisputed: boolean;
}

export interface Source {
  readonly organisationId: string;
  /** Who counts the sequences: the person or system that publishes. */
  readonly subject: string;
}

interface FactColumns {
  index: number;
  received_at: string;
  offer_id: string | null;
  unit: CapacityUnit;
  is_retired: boolean;
  is_ahead: boolean;
  is_sequence_used: boolean;
  is_repeated: boolean;
  is_behind_newest: boolean;
  is_same_as_newest: boolean;
  is_disputed: boolean;
  sequence: number;
}

export interface KnownReport extends ReportFacts {
  /** The sequence under which it would be stored. */
  readonly sequence: number;
  /** Whether somebody heard otherwise before the moment of which it speaks, and was not answered yet. */
  readonly isDisputed: boolean;
}

export interface Knowledge {
  /** The moment at which the publication counts as received, UTC, to the microsecond. */
  readonly receivedAt: string;
  /** By place in the publication; a report with a key that is unknown has none. */
  readonly byIndex: ReadonlyMap<number, KnownReport>;
}

const reportColumns = `index integer, key text, sequence bigint, as_of timestamptz, status text, available integer, maximum integer,
  unit text, next_available_on date, waitlist_count integer, wait_estimate_days integer, note text`;

function figuresOf(alias: string): string {
  const columns = [
    'status',
    'available',
    'maximum',
    'next_available_on',
    'waitlist_count',
    'wait_estimate_days',
    'note',
  ];
  return `(${columns.map((column) => `${alias}.${column}`).join(', ')})`;
}

/** Where the hub counts for a sender it counts apart, so that the sender's own next number stays free. As SQL; $ is the sender. */
export const hubCounted = (subject: string): string => `(${subject} || ' (hub)')`;

function sourceOf(subject: string, sequence: string): string {
  return `case when ${sequence} is null then ${hubCounted(`${subject}::text`)} else ${subject}::text end`;
}

/**
 * What is known of each report. $1 organisation, $2 source, $3 reports. A sequence that the hub gives follows the highest of this
 * source, and comes after a report of the very same moment.
 */
const knowledge = `
  with now as materialized (select hub_now() as at)
  select a.index, o.id as offer_id, o.unit, o.retired_at is not null as is_retired,
    to_char(now.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as received_at,
    a.as_of > now.at + interval '${minutesAhead} minutes' as is_ahead,
    coalesce(a.sequence <= last.sequence, false) as is_sequence_used,
    newest.id is not null and (newest.source, newest.sequence, newest.as_of) is not distinct from ($2::text, a.sequence, a.as_of)
      and ${figuresOf('newest')} is not distinct from ${figuresOf('a')} as is_repeated,
    coalesce((a.as_of, g.sequence) < (newest.as_of, newest.sequence), false) as is_behind_newest,
    newest.id is not null and ${figuresOf('newest')} is not distinct from ${figuresOf('a')} as is_same_as_newest,
    exists (
      select from dispute d where d.offer_id = o.id and d.answered_at is null and d.disputed_at < a.as_of
    ) as is_disputed,
    g.sequence
  from now
  left join jsonb_to_recordset($3::jsonb) as a (${reportColumns}) on true
  left join offer o on o.organisation_id = $1 and o.key = a.key
  cross join lateral (select ${sourceOf('$2', 'a.sequence')} as source) s
  left join lateral (
    select * from capacity_report r where r.offer_id = o.id and r.withdrawn_at is null
    order by r.as_of desc, r.sequence desc, r.received_at desc limit 1
  ) newest on true
  left join lateral (
    select r.sequence from capacity_report r where r.offer_id = o.id and r.source = s.source order by r.sequence desc limit 1
  ) last on true
  cross join lateral (
    select coalesce(a.sequence, greatest(last.sequence, case when newest.as_of = a.as_of then newest.sequence end, 0) + 1) as sequence
  ) g`;

const writing = `
  insert into capacity_report (offer_id, sequence, as_of, received_at, source, method, status, available, maximum, unit,
    next_available_on, waitlist_count, wait_estimate_days, note)
  select a.offer_id, a.sequence, a.as_of, $3::timestamptz, ${sourceOf('$1', 'a.sent_sequence')}, $2, a.status, a.available, a.maximum, a.unit,
    a.next_available_on, a.waitlist_count, a.wait_estimate_days, a.note
  from jsonb_to_recordset($4::jsonb) as a (offer_id uuid, sent_sequence bigint, ${reportColumns})`;

/** What a figure answers: the disputes that were raised before the moment of which it speaks. */
const answering = `
  update dispute d set answered_at = greatest(d.disputed_at, $2::timestamptz)
  from unnest($1::uuid[], $3::timestamptz[]) as a (offer_id, as_of)
  where d.offer_id = a.offer_id and d.answered_at is null and d.disputed_at < a.as_of`;

/** Reads what publishing must know and writes reports, each in one statement however many there are. */
export function publicationStore(db: EntityManager) {
  return {
    takeTurn: (organisationId: string): Promise<void> => takeTurn(db, organisationId),

    async findKnowledge({ organisationId, subject }: Source, reports: readonly PlacedReport[]): Promise<Knowledge> {
      const rows: FactColumns[] = await db.query(knowledge, [
        organisationId,
        subject,
        JSON.stringify(reports.map(toRecord)),
      ]);
      const [first] = rows;
      if (!first) throw new Error('the statement gives the moment at the least');
      return {
        receivedAt: first.received_at,
        byIndex: new Map(
          rows.flatMap((row) => (row.offer_id === null ? [] : [[row.index, toKnown(row, row.offer_id)]])),
        ),
      };
    },

    /** Adds reports and answers the disputes that they answer. */
    async write(
      source: Source,
      method: PublishMethod,
      receivedAt: string,
      reports: readonly StoredReport[],
    ): Promise<void> {
      const rows = JSON.stringify(
        reports.map((stored) => ({
          ...toRecord(stored),
          offer_id: stored.offerId,
          sent_sequence: stored.report.sequence,
          sequence: stored.sequence,
        })),
      );
      await db.query(writing, [source.subject, method, receivedAt, rows]);
      const disputed = reports.filter(({ isDisputed }) => isDisputed);
      if (disputed.length === 0) return;
      const moments = disputed.map(({ asOf }) => asOf.toISOString());
      await db.query(answering, [disputed.map(({ offerId }) => offerId), receivedAt, moments]);
    },
  };
}

export type PublicationStore = ReturnType<typeof publicationStore>;

function toRecord({ index, report, asOf }: PlacedReport): Record<string, unknown> {
  return {
    index,
    key: report.offerKey,
    sequence: report.sequence,
    as_of: asOf.toISOString(),
    status: report.status,
    available: report.available,
    maximum: report.maximum,
    unit: report.unit,
    next_available_on: report.nextAvailableOn,
    waitlist_count: report.waitlistCount,
    wait_estimate_days: report.waitEstimateDays,
    note: report.note,
  };
}

function toKnown(row: FactColumns, offerId: string): KnownReport {
  return {
    offerId,
    unit: row.unit,
    isRetired: row.is_retired,
    isAhead: row.is_ahead,
    isSequenceUsed: row.is_sequence_used,
    isRepeated: row.is_repeated,
    isBehindNewest: row.is_behind_newest,
    isSameAsNewest: row.is_same_as_newest,
    isDisputed: row.is_disputed,
    sequence: row.sequence,
  };
}
