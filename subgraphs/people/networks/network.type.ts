import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionTypes } from '../../../platform/paging/pages.js';
import { municipality, Municipality } from '../../../vocabulary/places/municipality.js';
import { MunicipalityCode } from '../../../vocabulary/scalars.js';
import { NetworkFunction } from '../network/network-request.vocabulary.js';
import type { NetworkRow } from './network.entity.js';
import { NetworkKind } from './network.vocabulary.js';

/** Every field but the key is nullable: when people is down, the rest of an answer that names a network stands. */
@ObjectType({ description: 'Organisations and teams that ask and help each other, such as an expertise network.' })
@Directive('@key(fields: "id")')
export class Network {
  @Field(() => ID, { description: 'Identifier of the network in the hub.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Name by which the network is known.' })
  name!: string;

  @Field(() => NetworkKind.type, { nullable: true, description: 'What the network is for.' })
  kind!: NetworkKind;

  @Field(() => [Municipality], { nullable: true, description: 'The municipalities of its area, of all its regions.' })
  municipalities!: Municipality[];

  @Field(() => Municipality, { nullable: true, description: 'The municipality that coordinates the network.' })
  coordinatingMunicipality!: Municipality;

  @Field(() => [NetworkFunction.type], { nullable: true, description: 'What may be asked of it.' })
  functions!: NetworkFunction[];
}

export const { NodeConnection: NetworkConnection } = connectionTypes('Network', () => Network);

/** A network as it may be shown. */
export function toNetwork({ id, name, kind, functions, ...row }: NetworkRow): Network {
  return {
    ...{ id, name, kind, functions },
    municipalities: row.municipalityCodes.map(municipality),
    coordinatingMunicipality: municipality(row.coordinatingMunicipalityCode),
  };
}

@InputType({ description: 'Which networks to list; what is left out does not narrow the list.' })
export class NetworkFilter {
  @Field(() => [NetworkKind.type], { nullable: true, description: 'Only networks of one of these kinds.' })
  kinds?: NetworkKind[] | null;

  @Field(() => MunicipalityCode, { nullable: true, description: 'Only networks whose area this municipality is in.' })
  municipalityCode?: string | null;

  @Field(() => NetworkFunction.type, { nullable: true, description: 'Only networks of which this may be asked.' })
  function?: NetworkFunction | null;
}
