/**
 * Why an operation was left to the stock executor: it asks for the schema, it is traced for Apollo's reports, it names a field as no
 * object may, a condition has no value, its plan has a node that is not executed here, or it passes values by `@fromContext`.
 */
export type Reason = 'introspection' | 'traces' | 'name' | 'condition' | 'plan' | 'context';

/** Thrown while compiling: what is asked can be answered, but not by compiled code. */
export class NotCompiled extends Error {
  override readonly name = 'NotCompiled';

  constructor(readonly reason: Reason) {
    super(reason);
  }
}
