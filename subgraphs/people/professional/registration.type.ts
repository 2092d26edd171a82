import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Entry of a professional in a professional register, such as SKJ or BIG.' })
export class Registration {
  @Field(() => String, { description: 'Name of the register, as its organisation gives it.' })
  register!: string;

  @Field(() => String, { description: 'Number in the register. Free text: no source gives its form.' })
  number!: string;

  @Field(() => Boolean, { description: 'Whether someone looked the number up in the register.' })
  isVerified!: boolean;
}
