import type { ReactNode } from 'react';
import { placeOf } from '../page/route.js';
import { Phone } from '../parts/phone.js';

interface TeamPhoneProps {
  readonly team: {
    readonly name: string | null;
    readonly organisation: {
      readonly name: string | null;
      readonly contact: { readonly phone: string | null } | null;
    } | null;
  };
}

/** How to reach a team: by the number of the organisation that carries it. One that several carry together is asked by the network. */
export function TeamPhone({ team: { name, organisation } }: TeamPhoneProps): ReactNode {
  if (!organisation)
    return (
      <a className="utrecht-link" href={placeOf(['netwerk', 'vraag'])}>
        vraag het netwerk<span className="unseen"> ({name ?? 'dit team'} heeft geen eigen nummer)</span>
      </a>
    );
  return <Phone number={organisation.contact?.phone} of={`${name ?? 'dit team'}, ${organisation.name ?? ''}`} />;
}
