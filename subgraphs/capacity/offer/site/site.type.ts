import { Field, ID, ObjectType } from 'type-graphql';
import { municipality, Municipality } from '../../../../vocabulary/places/municipality.js';
import { Postcode4 } from '../../../../vocabulary/scalars.js';
import type { SiteRow } from './site.entity.js';

@ObjectType({
  description:
    'A place from which an organisation works (vestiging). Its address is never shown, only its postcode area.',
})
export class Site {
  @Field(() => ID, { description: 'Identifier of the site in the hub.' })
  id!: string;

  @Field(() => String, { description: 'Name of the site as its organisation uses it.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Vestigingsnummer in the trade register (KvK), 12 digits.' })
  establishmentNumber!: string | null;

  @Field(() => Municipality, { description: 'Municipality in which the site stands.' })
  municipality!: Municipality;

  @Field(() => Postcode4, { description: 'Postcode area of the site; distances are measured from its centre.' })
  postcode4!: string;
}

export function toSite(row: SiteRow): Site {
  const { id, name, establishmentNumber, postcode4 } = row;
  return { id, name, establishmentNumber, postcode4, municipality: municipality(row.municipalityCode) };
}
