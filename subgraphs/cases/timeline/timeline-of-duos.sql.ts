import type { Part } from './timeline.sql.js';

/** When a day begins in the Netherlands. */
const start = (day: string): string => `((${day})::timestamp at time zone 'Europe/Amsterdam')`;

const of = { id: 'd.deployment_id', codes: 'array_remove(array[d.purpose, d.end_reason], null)' };

/**
 * When a duo stopped: after its last day, or on it where somebody ended it then. One that never went was called off when it was
 * ended.
 */
const stopped = `
  case when d.ended_on is null then ${start('d.to_on + 1')}
    when d.ended_on < d.from_on then coalesce(d.ended_at, ${start('d.ended_on + 1')})
    when d.ended_at >= ${start('d.ended_on')} then least(d.ended_at, ${start('d.ended_on + 1')})
    else ${start('d.ended_on + 1')} end`;

/** The duos that went to the family, as people told of them: by identifier, so that people says who went. */
export const partsOfDuos: readonly Part[] = [
  {
    ...{ kind: `'DUO_DEPLOYED'`, at: `coalesce(d.placed_at, ${start('d.from_on')})`, ...of },
    ...{ codes: 'array_remove(array[d.purpose], null)', from: 'known_deployment d where d.case_id = file.id' },
  },
  {
    ...{ kind: `case when d.ended_on < d.from_on then 'DUO_CANCELLED' else 'DUO_ENDED' end`, at: 's.at', ...of },
    from: `known_deployment d cross join lateral (select ${stopped} as at) s where d.case_id = file.id and s.at <= hub_now()`,
  },
];
