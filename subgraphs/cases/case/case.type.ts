import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { entityDescriptions } from '../../../vocabulary/entity-descriptions.js';
import type { Caller } from '../../../platform/identity/caller.js';
import { connectionTypes } from '../../../platform/paging/pages.js';
import { AgeBand, ageBandOf } from '../../../vocabulary/age-band.js';
import { LegalFramework } from '../../../vocabulary/child.js';
import { LadderRung } from '../../../vocabulary/ladder.js';
import { municipality, Municipality } from '../../../vocabulary/places/municipality.js';
import { GraphQLDateTime, LanguageTag, Postcode4 } from '../../../vocabulary/scalars.js';
import { borrow, Organisation, Professional } from '../borrowed-types.js';
import { belongsTo } from '../access/visibility.rules.js';
import type { CaseRow } from './case.entity.js';
import { CaseStatus, LegalMeasure, OutOfHomeAuthorisation, ProblemDomain, SchoolKind } from './case.vocabulary.js';
import { Need, toNeed } from '../need/need.type.js';
import { knowsWhereabouts } from './whereabouts/restriction.rules.js';

/** Every field but the key is nullable: when cases is down, the rest of an answer that names a case stands. */
@ObjectType({ description: entityDescriptions.Case })
@Directive('@key(fields: "id")')
export class Case {
  @Field(() => ID, { description: 'Identifier of the case in the hub.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Number to say over the telephone, such as FL-26-0042: region, year, serial number.',
  })
  number!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Reference of the case in the system of its owner, shown to that organisation only.',
  })
  ownReference!: string | null;

  @Field(() => Int, { nullable: true, description: 'Year of birth of the child. The day is never known to the hub.' })
  birthYear!: number;

  @Field(() => AgeBand.type, {
    nullable: true,
    description: 'Band of the age that the child reaches in this calendar year (Europe/Amsterdam); null above 27.',
  })
  ageBand!: AgeBand | null;

  @Field(() => Municipality, {
    nullable: true,
    description: 'Municipality that contracts and pays (woonplaatsbeginsel).',
  })
  responsibleMunicipality!: Municipality;

  @Field(() => Municipality, { nullable: true, description: 'Municipality where the child lives.' })
  municipality!: Municipality;

  @Field(() => Postcode4, {
    nullable: true,
    description:
      'Postcode area where the child lives; null while it is not known, and for a restricted case to all but the owner’s organisation: it could lead to a place that must stay secret.',
  })
  postcode4!: string | null;

  @Field(() => [LanguageTag], { nullable: true, description: 'Languages of the family.' })
  languages!: string[];

  @Field(() => [LegalFramework.type], { nullable: true, description: 'The legal grounds under which help is given.' })
  legalFrameworks!: LegalFramework[];

  @Field(() => [LegalMeasure.type], { nullable: true, description: 'The child-protection measures that hold (CBS).' })
  measures!: LegalMeasure[];

  @Field(() => OutOfHomeAuthorisation.type, {
    nullable: true,
    description: 'The authorisation to place the child out of home; null when there is none.',
  })
  outOfHomeAuthorisation!: OutOfHomeAuthorisation | null;

  @Field(() => LadderRung.type, { nullable: true, description: 'The rung of help on which the child is now.' })
  currentRung!: LadderRung;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether placement out of home threatens (dreigende uithuisplaatsing).',
  })
  isThreatenedOutOfHome!: boolean;

  @Field(() => [ProblemDomain.type], { nullable: true, description: 'Problems of the adults around the child.' })
  problemDomains!: ProblemDomain[];

  @Field(() => SchoolKind.type, {
    nullable: true,
    description:
      'What kind of school the child goes to; null while that is not known. Which school it is the hub does not know; its postcode area stands with the need.',
  })
  schoolKind!: SchoolKind | null;

  @Field(() => Professional, {
    nullable: true,
    description:
      'The one professional who directs the help for the whole family (procesregisseur); null while none does.',
  })
  processDirector!: Professional | null;

  @Field(() => Organisation, {
    nullable: true,
    description: 'The organisation that brought the case and keeps its file; null when none has.',
  })
  ownerOrganisation!: Organisation | null;

  @Field(() => CaseStatus.type, { nullable: true, description: 'Whether the case is being worked on.' })
  status!: CaseStatus;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the case was opened.' })
  openedAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the case was closed; null while it is open.' })
  closedAt!: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether special precautions hold for this case, such as a secret location: its postcode areas are then told to the owner’s organisation only.',
  })
  isRestricted!: boolean;

  @Field(() => Int, { nullable: true, description: 'Counts its changes: send it with each change that you make.' })
  version!: number;

  @Field(() => Need, { nullable: true, description: 'What help is sought; null while it has not been described.' })
  need!: Need | null;
}

export const { NodeConnection: CaseConnection } = connectionTypes('Case', () => Case);

/** A case as this caller may see it: the own reference, and where a child in danger is, are for the owner's people only. */
export function toCase(caller: Caller, row: CaseRow): Case {
  const { id, number, birthYear, languages, legalFrameworks, measures, outOfHomeAuthorisation } = row;
  const { currentRung, isThreatenedOutOfHome, problemDomains, status, openedAt, closedAt } = row;
  const { isRestricted, version, schoolKind } = row;
  const place = knowsWhereabouts(caller, row) ? row.place : null;
  return {
    ...{ id, number, birthYear, languages, legalFrameworks, measures, outOfHomeAuthorisation },
    ...{ currentRung, isThreatenedOutOfHome, problemDomains, status, openedAt, closedAt },
    ...{ isRestricted, version, schoolKind },
    ownReference: belongsTo(caller, row.ownerOrganisationId) ? row.ownReference : null,
    ageBand: ageBandOf(row.age),
    postcode4: place?.postcode4 ?? null,
    responsibleMunicipality: municipality(row.responsibleMunicipalityCode),
    municipality: municipality(row.municipalityCode),
    processDirector: borrow(row.processDirectorId),
    ownerOrganisation: borrow(row.ownerOrganisationId),
    need: row.need && toNeed(row, row.need, place),
  };
}
