import { InputType } from 'type-graphql';
import { NeedFields } from '../../../../vocabulary/need.js';

@InputType({ description: 'A need without a case: the one phone call, nobody identified.' })
export class NeedInput extends NeedFields {}
