import { Directive, Field, ObjectType } from 'type-graphql';
import { errorMessage, type Language } from '../errors/errors.js';
import type { RowFault } from './row-fault.js';

@ObjectType({ description: 'Why one row of a request was refused; the other rows stand.' })
@Directive('@shareable')
export class RowError {
  @Field(() => String, { description: 'The error as code, such as UNIT_DIFFERS.' })
  code!: string;

  @Field(() => String, {
    description: 'What to do, in the language of Accept-Language: Dutch unless English is asked.',
  })
  message!: string;

  @Field(() => String, { description: 'The place in the input that is wrong, such as `reports.3.available`.' })
  field!: string;
}

export function toRowError({ code, parameters }: RowFault, language: Language): RowError {
  return { code, message: errorMessage(code, language, parameters), field: parameters.field };
}
