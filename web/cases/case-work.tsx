import type { ReactNode } from 'react';
import { OwnSteps } from '../parts/telling/own-steps.js';
import { PurposeGate } from './purpose.js';

interface CaseWorkProps {
  readonly id: string;
  readonly children: (purpose: string) => ReactNode;
}

/** Where somebody works on a case: asked once what for, and what comes of an own step is told once. */
export function CaseWork({ id, children }: CaseWorkProps): ReactNode {
  return <PurposeGate caseId={id}>{(purpose) => <OwnSteps>{children(purpose)}</OwnSteps>}</PurposeGate>;
}
