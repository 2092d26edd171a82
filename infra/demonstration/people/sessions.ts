import { organisationByKey } from '../organisations.js';
import { demonstrationId } from '../random.js';
import { employeeOf } from './professionals.js';

/** A session of a theme table, in weeks from that of the day of loading: on its Tuesday, at half past nine. */
interface SessionPlan {
  readonly theme: string;
  readonly weeks: number;
  readonly host: string;
  /** Who sits there: the first of the staff of each. */
  readonly people: readonly string[];
  /** Who sends somebody. */
  readonly organisations: readonly string[];
  /** Of one that was held: what was agreed, in codes and in words. */
  readonly agreed?: readonly [outcomes: readonly string[], summary: string];
}

const plans: readonly SessionPlan[] = [
  {
    ...{ theme: 'FOSTER_FAMILIES', weeks: -16, host: 'pleegbrug' },
    ...{ people: ['pleegbrug', 'aankoopcentrale'], organisations: ['ggd'] },
    agreed: [
      ['EXAMPLE_SHARED', 'WAY_OF_WORKING_AGREED'],
      'Pleeggezinnen horen vooraf wie zij buiten kantooruren kunnen bellen.',
    ],
  },
  {
    ...{ theme: 'FAMILY_LIKE_ALTERNATIVES', weeks: -9, host: 'windvaan' },
    ...{ people: ['windvaan', 'aankoopcentrale'], organisations: ['jeugdbescherming-west'] },
    agreed: [['OFFER_TO_DEVELOP', 'MEET_AGAIN'], 'Eerst uitzoeken in welke gemeenten een gezinshuis ontbreekt.'],
  },
  {
    ...{ theme: 'GETTING_STUCK', weeks: -4, host: 'aankoopcentrale' },
    ...{ people: ['aankoopcentrale', 'vlonder'], organisations: ['ggd', 'jeugdbescherming-oost'] },
    agreed: [['SIGNAL_TO_RAISE'], 'Van iedere vastgelopen zoektocht is bekend wie de regie heeft.'],
  },
  {
    ...{ theme: 'FOSTER_FAMILIES', weeks: 3, host: 'pleegbrug' },
    ...{ people: ['pleegbrug', 'aankoopcentrale'], organisations: ['ggd'] },
  },
  {
    ...{ theme: 'TRANSITION_16_27', weeks: 8, host: 'aankoopcentrale' },
    ...{ people: ['aankoopcentrale', 'kruispeiling'], organisations: [] },
  },
];

const minutes = 90;

/** The rows of `people.theme_session`, with the day on which each is. */
export function demonstrationSessions(today: string): object[] {
  return plans.map((plan, index) => ({
    ...{ id: sessionId(index), theme_code: plan.theme, minutes, on_day: tuesday(plan.weeks, today) },
    host_organisation_id: organisationByKey(plan.host).id,
    state: plan.agreed ? 'HELD' : 'PLANNED',
    ...{ outcomes: plan.agreed?.[0] ?? [], summary: plan.agreed?.[1] ?? null },
  }));
}

/** The rows of `people.theme_participant`, without when. */
export function demonstrationParticipants(): object[] {
  return plans.flatMap(({ people, organisations }, index) => [
    ...people.map((key) => {
      const { id, job } = employeeOf(key, 1);
      return { ...seatOf(index, key), professional_id: id, role: job.title };
    }),
    ...organisations.map((key) => ({ ...seatOf(index, key), professional_id: null, role: null })),
  ]);
}

const seatOf = (index: number, key: string) => ({
  session_id: sessionId(index),
  organisation_id: organisationByKey(key).id,
});

const sessionId = (index: number): string => demonstrationId(`theme-session:${index}`);

function tuesday(weeks: number, today: string): string {
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7) + 1 + weeks * 7);
  return date.toISOString().slice(0, 10);
}

/** Writes both; the hours are those of the clock in the Netherlands. */
export const insertSessions = `
  insert into theme_session (id, region, theme_code, planned_at, minutes, host_organisation_id, state, outcomes, summary)
  select id, 'flevoland', theme_code, (on_day + time '09:30') at time zone 'Europe/Amsterdam', minutes, host_organisation_id, state, outcomes, summary
  from jsonb_to_recordset($1) as s (id uuid, theme_code text, minutes integer, on_day date, host_organisation_id uuid, state text, outcomes text[], summary text)`;

export const insertParticipants = `
  insert into theme_participant (session_id, organisation_id, professional_id, role, during)
  select p.session_id, p.organisation_id, p.professional_id, p.role, tstzrange(s.planned_at, s.planned_at + make_interval(mins => s.minutes))
  from jsonb_to_recordset($1) as p (session_id uuid, organisation_id uuid, professional_id uuid, role text) join theme_session s on s.id = p.session_id`;
