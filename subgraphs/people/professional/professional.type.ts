import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { entityDescriptions } from '../../../vocabulary/entity-descriptions.js';
import { connectionTypes } from '../../../platform/paging/pages.js';
import { municipality, Municipality } from '../../../vocabulary/places/municipality.js';
import { GraphQLDateTime, LanguageTag } from '../../../vocabulary/scalars.js';
import type { ProfessionalRow } from './professional.entity.js';
import { Registration } from './registration.type.js';

/** Every field but the key is nullable: when people is down, the rest of an answer that names a professional stands. */
@ObjectType({ description: entityDescriptions.Professional })
@Directive('@key(fields: "id")')
export class Professional {
  @Field(() => ID, { description: 'Identifier of the professional in the hub.' })
  id!: string;

  /** Not a field: by this the organisation is found. */
  organisationId!: string;

  /** Not a field: the own key, which is shown to its own organisation only. */
  ownKey!: string | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the organisation last said that this still holds; null when it never did.',
  })
  confirmedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Name as the professional uses it at work.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What the professional does (functie), in Dutch.' })
  jobTitle!: string;

  @Field(() => Registration, {
    nullable: true,
    description: 'Entry in a professional register; null when there is none.',
  })
  registration!: Registration | null;

  @Field(() => [Municipality], { nullable: true, description: 'The municipalities where the professional works.' })
  municipalities!: Municipality[];

  @Field(() => [LanguageTag], {
    nullable: true,
    description: 'Languages in which the professional can talk with a family.',
  })
  languages!: string[];

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether other organisations find the professional; if not, only the own organisation does.',
  })
  isVisible!: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the professional can be asked now; false for example during a long leave.',
  })
  isActive!: boolean;

  /** Not a field but for the own organisation: whether others see what the professional went through. */
  experienceShown!: boolean;
}

export const { NodeConnection: ProfessionalConnection } = connectionTypes('Professional', () => Professional);

/** A professional as they may be shown. */
export function toProfessional(row: ProfessionalRow): Professional {
  const { id, organisationId, name, jobTitle, languages, isVisible, isActive } = row;
  return {
    ...{ id, organisationId, name, jobTitle, languages, isVisible, isActive },
    ...{ ownKey: row.key ?? null, confirmedAt: row.confirmedAt ?? null, experienceShown: row.isExperienceShown },
    registration: toRegistration(row),
    municipalities: row.municipalityCodes.map(municipality),
  };
}

function toRegistration({
  register,
  registrationNumber: number,
  isRegistrationVerified,
}: ProfessionalRow): Registration | null {
  return register === null || number === null ? null : { register, number, isVerified: isRegistrationVerified };
}
