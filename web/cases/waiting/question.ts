import type { ConsultationsData } from '../../generated/operations.js';

export type WaitingQuestion = NonNullable<ConsultationsData['consultations']>['edges'][number]['node'];

/** By when somebody is to be spoken to, and after everything else where nobody knows. */
export function dueOf({ firstContactDueAt }: WaitingQuestion): string {
  return firstContactDueAt ?? '9999';
}
