import type { EntityManager } from 'typeorm';
import type { Counted, FigureQuestion } from '../../../../figures/figure-question.js';
import { momentOf, toldAtMoment, yearOf } from '../../../../figures/moment.sql.js';
import type { GroupCount } from '../../../../figures/two-way-figure.rules.js';
import { firstContactHours } from '../../consultation/first-contact.rules.js';
import type { Sla48hGrouping } from './sla48h.vocabulary.js';

const groups: Readonly<Record<Sla48hGrouping, string>> = {
  MONTH: `to_char(c.received_at at time zone 'Europe/Amsterdam', 'YYYY-MM')`,
  MUNICIPALITY: 'c.municipality_code',
  REFERRER_KIND: 'c.referrer_kind',
  CHANNEL: 'c.channel',
};

/** What happened after the moment has not happened yet. */
const count = (grouping: Sla48hGrouping): string => `
  with ${momentOf(3)}, ${yearOf(2)},
  received as (
    select ${groups[grouping]} as "group", c.received_at + make_interval(hours => ${firstContactHours}) as due_at, until,
      case when c.first_contact_at <= until then c.first_contact_at end as contact_at,
      case when c.closed_at <= until then c.closed_at end as closed_at
    from moment, year, consultation c
    where c.region = $1 and c.received_at >= began_at and c.received_at < least(next_began_at, until)
  ),
  counted as (
    select "group", case
        when contact_at <= due_at then 'MET'
        when contact_at is null and closed_at <= due_at then 'ENDED'
        when coalesce(contact_at, until) > due_at then 'BREACHED'
        else 'OPEN'
      end as outcome, count(*) as count
    from received
    group by 1, 2
  )
  ${toldAtMoment('counted')}`;

/** Counts the consultations of a region and a year by the promise of a first contact within 48 hours, in one statement. */
export function sla48hReadModel(db: EntityManager) {
  return {
    async count({ region, year, asOf }: FigureQuestion, grouping: Sla48hGrouping): Promise<Counted<GroupCount>> {
      const [counted] = await db.query<Counted<GroupCount>[]>(count(grouping), [region.key, year, asOf]);
      if (!counted) throw new Error('the statement always tells its moment');
      return counted;
    },
  };
}
