import { Field, Int, ObjectType } from 'type-graphql';
import { GraphQLDateTime } from '../../../../vocabulary/scalars.js';
import { Need, toNeed } from '../need.type.js';
import type { FormerNeedRow } from './former-need.entity.js';

@ObjectType({ description: 'What was sought for a case before it was described anew.' })
export class FormerNeed {
  @Field(() => Int, { description: 'Version of the case of which it was the need to the last.' })
  version!: number;

  @Field(() => GraphQLDateTime, { description: 'When another need took its place.' })
  replacedAt!: Date;

  @Field(() => Need, { description: 'What was sought, with what was known of the child then.' })
  need!: Need;
}

/** A former need as it may be shown, with where the child was as far as that may be known now. */
export function toFormerNeed(row: FormerNeedRow, knowsPlace: boolean): FormerNeed {
  return { version: row.version, replacedAt: row.replacedAt, need: toNeed(row, row, knowsPlace ? row.place : null) };
}
