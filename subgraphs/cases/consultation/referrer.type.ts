import { Field, ObjectType } from 'type-graphql';
import { municipality, Municipality } from '../../../vocabulary/places/municipality.js';
import { borrow, Organisation } from '../borrowed-types.js';
import type { ConsultationRow } from './consultation.entity.js';
import { ReferrerKind } from './consultation.vocabulary.js';

@ObjectType({ description: 'Who asked for a consultation (verwijzer).' })
export class Referrer {
  @Field(() => ReferrerKind.type, { description: 'What the referrer is to the child.' })
  kind!: ReferrerKind;

  @Field(() => Organisation, {
    nullable: true,
    description: 'The organisation of the referrer, where it is one of the hub’s.',
  })
  organisation!: Organisation | null;

  @Field(() => Municipality, {
    description: 'Municipality from which the child was referred; it may differ from where the child lives.',
  })
  municipality!: Municipality;
}

/** The referrer of a consultation as it may be shown. */
export function toReferrer(row: ConsultationRow): Referrer {
  return {
    kind: row.referrerKind,
    organisation: borrow(row.referrerOrganisationId),
    municipality: municipality(row.referrerMunicipalityCode),
  };
}
