import type { ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { withdrawConsent } from '../../generated/operations.js';
import { consentParty } from '../../generated/words.js';
import { isAnswered } from '../../hub/intention.js';
import { keyed, useStepOnce } from '../../hub/use-once.js';
import { AskedTwice } from '../../parts/forms/asked-twice.js';
import { capital, count, day } from '../../parts/dutch.js';
import { focusOn } from '../../parts/forms/focus.js';
import { useSayStep } from '../../parts/telling/own-steps.js';
import type { Case } from '../case-page.js';
import { agreedTo } from './agreed-to.js';
import { consentsId } from './consents-id.js';

type Consent = NonNullable<Case['consents']>[number];

/** For which case consent is taken back, and who is told that it was. */
export interface ConsentStep {
  readonly caseId: string;
  readonly purpose: string;
  readonly onChanged: () => void;
}

interface ConsentLineProps {
  readonly consent: Consent;
  readonly step: ConsentStep;
  /** Told what went wrong, nothing when it went well: the line itself has changed by then. */
  readonly onRefused: (error: CombinedError | undefined) => void;
}

/** Who agreed to what and when, until when it holds, and that it is taken back. */
export function ConsentLine(props: ConsentLineProps): ReactNode {
  const { by, purpose, isValid } = props.consent;
  return (
    <li className="with-step">
      <div>
        <p>
          <strong>{capital(consentParty[by])}</strong> · {agreedTo[purpose]}
        </p>
        <p className={isValid ? undefined : 'quiet'}>{term(props.consent)}</p>
      </div>
      {isValid && <TakeBack {...props} />}
    </li>
  );
}

function term({ givenAt, validUntil, withdrawnAt, isValid }: Consent): string {
  const given = `Gegeven op ${day(givenAt)}`;
  if (withdrawnAt !== null) return `${given}, ingetrokken op ${day(withdrawnAt)}`;
  if (validUntil === null) return given;
  return isValid ? `${given}, geldt tot en met ${day(validUntil)}` : `${given}, gold tot en met ${day(validUntil)}`;
}

function TakeBack({ consent: { by, purpose: about }, step, onRefused }: ConsentLineProps): ReactNode {
  const [isTaking, take] = useStepOnce(withdrawConsent, step.purpose);
  const say = useSayStep();
  const withdraw = async (): Promise<boolean> => {
    const { data, error } = await take({ caseId: step.caseId, by, purpose: about }, keyed);
    onRefused(error);
    if (!isAnswered(error)) return false;
    if (!error) say(withdrawn(data?.withdrawConsent?.endedReferralCount ?? 0));
    focusOn(consentsId);
    step.onChanged();
    return true;
  };
  return (
    <AskedTwice
      word="Trek in"
      of={`de toestemming van ${consentParty[by]}: ${agreedTo[about]}`}
      question="Deze toestemming echt intrekken?"
      answer="Ja, trek in"
      isTaking={isTaking}
      onConfirm={withdraw}
    />
  );
}

function withdrawn(ended: number): string {
  return ended === 0
    ? 'De toestemming is ingetrokken.'
    : `De toestemming is ingetrokken. De casus ligt bij ${count(ended, 'aanbieder', 'aanbieders')} niet meer voor.`;
}
