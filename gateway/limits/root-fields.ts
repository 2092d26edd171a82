import { Kind, type SelectionSetNode, type ValidationContext, type ValidationRule } from 'graphql';
import { HubError } from '../../platform/errors/errors.js';
import { limits } from './limits.js';

/** At most so many fields at the root of an operation, fragments included; one for a mutation. What the schema has no root for is refused. */
export const rootFieldsRule: ValidationRule = (context) => ({
  OperationDefinition(operation) {
    if (!context.getSchema().getRootType(operation.operation)) {
      context.reportError(new HubError('GRAPHQL_VALIDATION_FAILED'));
      return;
    }
    if (countFields(operation.selectionSet, context) > limits.rootFields[operation.operation]) {
      context.reportError(new HubError('QUERY_TOO_LARGE', { measure: 'root fields' }));
    }
  },
});

/** Runs after the rule against cycles of fragments, and after the limit on selections. */
function countFields({ selections }: SelectionSetNode, context: ValidationContext): number {
  return selections.reduce((count, selection) => {
    if (selection.kind === Kind.FIELD) return count + 1;
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : context.getFragment(selection.name.value);
    return fragment ? count + countFields(fragment.selectionSet, context) : count;
  }, 0);
}
