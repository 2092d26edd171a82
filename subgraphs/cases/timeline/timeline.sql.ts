import { partsOfCare } from './timeline-of-care.sql.js';
import { partsOfDuos } from './timeline-of-duos.sql.js';
import { partsOfTables } from './timeline-of-tables.sql.js';
import { instantText } from '../../../platform/paging/instant.js';

/** What every part of a timeline tells of one event of the case `file`, in the order of `eventColumns`. */
export interface Part {
  readonly kind: string;
  readonly at: string;
  readonly id: string;
  /** Who did it, as far as it was written down. */
  readonly by?: { readonly organisation?: string; readonly roles?: string; readonly purpose?: string };
  /** Whom it concerns besides: a provider, or who has the case now. */
  readonly organisation?: string;
  /** Of what kind it was, in codes: never a value. */
  readonly codes?: string;
  readonly from: string;
}

const nothing = 'null::uuid';

function part({ kind, at, id, by = {}, organisation = nothing, codes = `'{}'::text[]`, from }: Part): string {
  const { organisation: byOrganisation = nothing, roles = `'{}'::text[]`, purpose = 'null::text' } = by;
  return `select ${kind} as kind, ${at} as at, ${id} as id, ${byOrganisation} as by_organisation, ${roles} as roles, ${purpose} as purpose,
    ${organisation} as organisation, ${codes} as codes from ${from}`;
}

const ofConsultation = (table: string): string =>
  `${table} e join consultation k on k.id = e.consultation_id where k.case_id = file.id`;

/** `$2` is the region, `$3` the organisation and `$4` the subject of who asks, `$9` whether looks are left out. They are for the organisation that has the case. */
const parts: readonly Part[] = [
  {
    ...{ kind: 'c.kind', at: 'c.at', id: 'c.id', from: 'case_change c where c.case_id = file.id' },
    by: { organisation: 'c.organisation_id', roles: 'c.roles', purpose: 'c.purpose' },
    ...{ organisation: 'c.to_organisation_id', codes: `c.fields || array_remove(array[c.reason, c.to_region], null)` },
  },
  {
    ...{ kind: `'OPENED'`, at: 'file.opened_at', id: 'file.id' },
    from: `(select) as once where not exists (select from case_change c where c.case_id = file.id and c.kind = 'OPENED')`,
  },
  {
    ...{ kind: `'CONSULTED'`, at: 'k.received_at', id: 'k.id', from: 'consultation k where k.case_id = file.id' },
    ...{ by: { organisation: 'k.referrer_organisation_id' }, codes: 'array[k.channel, k.referrer_kind]' },
  },
  { kind: `'CONTACT'`, at: 'e.at', id: 'e.id', codes: 'array[e.kind]', from: ofConsultation('contact_moment') },
  { kind: `'OUTCOME'`, at: 'e.recorded_at', id: 'e.id', codes: 'array[e.kind]', from: ofConsultation('outcome') },
  {
    ...{ kind: `'REFERRED'`, at: 'r.made_at', id: 'r.id', organisation: 'r.organisation_id', codes: 'array[r.ground]' },
    from: 'referral r where r.case_id = file.id',
  },
  {
    ...{ kind: `'REFERRAL_WITHDRAWN'`, at: 'r.withdrawn_at', id: 'r.id', organisation: 'r.organisation_id' },
    from: 'referral r where r.case_id = file.id and r.withdrawn_at is not null',
  },
  {
    ...{ kind: `'REFERRAL_EXPIRED'`, at: 'r.expires_at', id: 'r.id', organisation: 'r.organisation_id' },
    from: 'referral r where r.case_id = file.id and r.withdrawn_at is null and r.declined_at is null and r.expires_at <= hub_now()',
  },
  {
    ...{ kind: `'CONSENT_RECORDED'`, at: 'n.recorded_at', id: 'n.id', from: 'consent n where n.case_id = file.id' },
    ...{ by: { organisation: 'n.recorded_by_organisation_id' }, codes: 'array[n.purpose, n.given_by]' },
  },
  {
    ...{ kind: `'CONSENT_WITHDRAWN'`, at: 'n.withdrawn_at', id: 'n.id', codes: 'array[n.purpose, n.given_by]' },
    from: 'consent n where n.case_id = file.id and n.withdrawn_at is not null',
  },
  {
    ...{ kind: `'GLASS_BROKEN'`, at: 'g.opened_at', id: 'g.id', codes: 'array[g.reason]' },
    by: { roles: `'{care-broker}'::text[]`, purpose: 'g.purpose' },
    from: 'break_glass g where g.case_id = file.id and (file.owner_organisation_id = $3 or g.subject = $4)',
  },
  {
    ...{
      kind: `case a.outcome when 'GRANTED' then 'LOOKED_AT' else 'LOOK_REFUSED' end`,
      at: 'a.occurred_at',
      id: 'a.id',
    },
    ...{ by: { organisation: 'a.organisation_id', roles: 'a.user_roles', purpose: 'a.purpose' } },
    codes: 'array[a.event_code]',
    from: `audit_event a where file.owner_organisation_id = $3 and a.action = 'R' and a.object_type in ('Case','Consent','Referral','BreakGlass')
      and a.object_ids && (select case_objects(file.id)) and not ($9::boolean and a.outcome = 'GRANTED')`,
  },
];

const instant = instantText('e.at');

/** A page of the timeline of each case of `$1`, the newest first, behind the event `$5`, `$6`, `$7`; `$8` is how many. */
export const timelinePages = `
  select file.id as "caseId", e.kind, e.at, e.id, e.by_organisation as "byOrganisationId", e.roles, e.purpose, e.organisation as "organisationId",
    e.codes, ${instant} as "sortedAt"
  from case_file file cross join lateral (
    select * from (${[...parts, ...partsOfCare, ...partsOfDuos, ...partsOfTables].map(part).join(' union all ')}) e
    where $5::timestamptz is null or (e.at, e.kind collate "C", e.id) < ($5, $6 collate "C", $7::uuid)
    order by e.at desc, e.kind collate "C" desc, e.id desc limit $8) e
  where file.id = any($1::uuid[]) and (file.region = $2 or file.owner_organisation_id = $3::uuid)
  order by file.id, e.at desc, e.kind collate "C" desc, e.id desc`;
