import { ObjectType } from 'type-graphql';
import { AgendaCount } from '../../../../figures/agenda-count.type.js';

// A type of its own: Hive Gateway takes no shared type that only fields with `@requires` give, in two subgraphs.
@ObjectType({
  description:
    'One count of what was sought and not found, on the agenda of a theme table, for one code of the theme; several codes do not add up.',
})
export class SoughtCount extends AgendaCount {}
