import type { DataSource } from '../../platform/database/database.js';
import { plusDays, dutchDay } from './options-oracle.js';
import type { World, WorldOffer } from './world.js';

type Row = Record<string, unknown>;

/** Replaces everything in capacity by one generated region, its times counted back from an instant. */
export async function writeWorld(db: DataSource, world: World, at: number): Promise<void> {
  const instant = (hoursAgo: number | null): string | null =>
    hoursAgo === null ? null : new Date(at - hoursAgo * 3_600_000).toISOString();
  const tables: [string, Row[]][] = [
    ['site', world.offers.map(siteRow)],
    ['offer', world.offers.map((offer) => offerRow(offer, instant))],
    ['capacity_report', world.offers.flatMap((offer) => reportRows(offer, instant, dutchDay(at)))],
    ['hold', world.offers.flatMap((offer) => holdRows(offer, instant))],
    ['closure', world.offers.flatMap((offer) => closureRows(offer, instant))],
  ];
  await db.transaction(async (tx) => {
    await tx.query('truncate site, offer, capacity_report, hold, closure cascade');
    for (const [table, rows] of tables) {
      await tx.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`, [
        JSON.stringify(rows),
      ]);
    }
  });
}

type Instant = (hoursAgo: number | null) => string | null;

/** A site shares the id of its only offer. */
function siteRow({ id, organisationId, postcode4 }: WorldOffer): Row {
  return { id, organisation_id: organisationId, name: 'locatie', municipality_code: '0995', postcode4 };
}

function offerRow(offer: WorldOffer, instant: Instant): Row {
  return {
    id: offer.id,
    organisation_id: offer.organisationId,
    key: offer.id,
    site_id: offer.id,
    title: `aanbod ${offer.rung}`,
    description: '',
    rung: offer.rung,
    home_rung: offer.homeRung,
    category: '45',
    product_code: '45A01',
    is_crisis: offer.isCrisis,
    age_min: offer.ageMin,
    age_max: offer.ageMax,
    sex: offer.sex,
    target_groups: offer.targetGroups,
    exclusions: offer.exclusions,
    legal_frameworks: offer.legalFrameworks,
    children_together: offer.childrenTogether,
    time_windows: offer.timeWindows,
    unit: offer.unit,
    capacity_model: 'PLACES',
    working_area: offer.workingArea,
    contracted_municipalities: offer.contracted,
    languages: ['nl'],
    place_features: offer.isSecret ? ['SECRET_LOCATION'] : [],
    created_at: instant(9_000),
    retired_at: instant(offer.retiredHoursAgo),
  };
}

function reportRows(offer: WorldOffer, instant: Instant, today: string): Row[] {
  return offer.reports.map((report, index) => ({
    id: `${index.toString(16).padStart(2, '0')}${offer.id.slice(2)}`,
    offer_id: offer.id,
    sequence: index + 1,
    as_of: instant(report.asOfHoursAgo),
    received_at: instant(report.receivedHoursAgo),
    source: 'test',
    method: report.method,
    status: report.status,
    available: report.available,
    maximum: report.maximum,
    unit: offer.unit,
    next_available_on: report.nextAvailableInDays === null ? null : plusDays(today, report.nextAvailableInDays),
    wait_estimate_days: report.waitEstimateDays,
    withdrawn_at: instant(report.withdrawnHoursAgo),
  }));
}

function holdRows(offer: WorldOffer, instant: Instant): Row[] {
  return offer.holds.map((hold, index) => ({
    id: `${offer.id.slice(0, -1)}${index}`,
    offer_id: offer.id,
    quantity: hold.quantity,
    created_at: instant(hold.createdHoursAgo),
    answer_due_at: instant(hold.answerDueHoursAgo),
    accepted_at: instant(hold.acceptedHoursAgo),
    expires_at: instant(hold.expiresHoursAgo),
    converted_at: instant(hold.convertedHoursAgo),
    ended_at: instant(hold.endedHoursAgo),
    ended_as: hold.endedHoursAgo === null ? null : 'RELEASED',
  }));
}

function closureRows(offer: WorldOffer, instant: Instant): Row[] {
  return offer.closures.map((closure, index) => ({
    id: `${offer.id.slice(0, -1)}${index}`,
    offer_id: offer.id,
    reason: 'OTHER',
    closed_at: instant(closure.closedHoursAgo),
    reopened_at: instant(closure.reopenedHoursAgo),
  }));
}
