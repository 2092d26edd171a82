import { PrimaryActionButton, SecondaryActionButton } from '@utrecht/button-react';
import { useState, type ReactNode } from 'react';
import { focusOn } from '../parts/forms/focus.js';
import { purposeWords } from '../parts/people-words.js';
import { Title } from '../parts/title.js';
import { useSession } from '../hub/session.js';
import { purposesOfRole } from '../generated/purposes.js';

interface PurposeGateProps {
  readonly caseId: string;
  readonly children: (purpose: string) => ReactNode;
}

/** Asks once for each case why somebody looks: that is written down with each look. It is kept until this tab is closed. */
export function PurposeGate({ caseId, children }: PurposeGateProps): ReactNode {
  const { person } = useSession();
  const key = `doel:${caseId}`;
  const own = [...new Set(person.roles.flatMap((role) => purposesOfRole[role] ?? []))];
  const [purpose, setPurpose] = useState(() => sessionStorage.getItem(key));
  if (purpose !== null && own.includes(purpose)) return children(purpose);
  const choose = (one: string): void => {
    sessionStorage.setItem(key, one);
    setPurpose(one);
    focusOn('inhoud');
  };
  return (
    <section className="ask" aria-labelledby="waarvoor">
      <Title id="waarvoor">Waarvoor bekijkt u deze casus?</Title>
      <p>Dit wordt opgeschreven. De organisatie van het gezin kan het lezen.</p>
      <p className="buttons">
        {own.map((one, index) => {
          const Button = index === 0 ? PrimaryActionButton : SecondaryActionButton;
          return (
            <Button key={one} onClick={() => choose(one)}>
              {purposeWords[one] ?? one}
            </Button>
          );
        })}
      </p>
    </section>
  );
}
