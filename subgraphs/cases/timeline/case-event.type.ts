import { Field, ID, ObjectType } from 'type-graphql';
import { connectionTypes } from '../../../platform/paging/pages.js';
import { GraphQLDateTime } from '../../../vocabulary/scalars.js';
import { borrow, Deployment, Organisation } from '../borrowed-types.js';
import { CaseEventKind } from './case-event.vocabulary.js';
import type { CaseEventRow } from './timeline.read-model.js';

@ObjectType({
  description:
    'Something that happened with a case: when, by which organisation and role, and of what kind in codes. Never a value, and no person by name.',
})
export class CaseEvent {
  @Field(() => CaseEventKind.type, { description: 'What happened.' })
  kind!: CaseEventKind;

  @Field(() => GraphQLDateTime, { description: 'When it was.' })
  at!: Date;

  @Field(() => ID, {
    description:
      'Identifier of what it is about: the consultation, contact, outcome, referral, consent, deployment or opening, the entry in the audit of a look, or the change itself.',
  })
  subjectId!: string;

  @Field(() => Organisation, {
    nullable: true,
    description: 'The organisation that did it; null where none is known, as of a broker.',
  })
  byOrganisation!: Organisation | null;

  @Field(() => [String], { description: 'The roles under which it was done, where they were written down.' })
  roles!: readonly string[];

  @Field(() => String, { nullable: true, description: 'For what it was done, as a code such as FIND_CARE.' })
  purpose!: string | null;

  @Field(() => Organisation, {
    nullable: true,
    description: 'The organisation that it concerns besides: before which a case was put, or that has it since.',
  })
  organisation!: Organisation | null;

  @Field(() => [String], {
    description:
      'Of what kind it was: the names of what changed, the reason of an end, the key of another region, the kind of a contact or outcome, the ground of a referral, what a duo went for, what was looked at.',
  })
  codes!: readonly string[];

  @Field(() => Deployment, {
    nullable: true,
    description: 'The duo that went to the family, by whom that is known; null for what is of no duo.',
  })
  deployment!: Deployment | null;
}

export const { NodeConnection: CaseEventConnection } = connectionTypes('CaseEvent', () => CaseEvent);

/** An event as it may be shown. */
export function toCaseEvent({ kind, at, id, roles, purpose, codes, ...of }: CaseEventRow): CaseEvent {
  const organisations = { byOrganisation: borrow(of.byOrganisationId), organisation: borrow(of.organisationId) };
  const deployment = kind.startsWith('DUO_') ? borrow(id) : null;
  return { kind, at, subjectId: id, roles, purpose, codes, deployment, ...organisations };
}
