import { PrimaryActionButton } from '@utrecht/button-react';
import { useState, type ReactNode } from 'react';
import { registerConsultation, type RegisterConsultationData } from '../generated/operations.js';
import { consultationChannel, referrerKind, type ConsultationChannel, type ReferrerKind } from '../generated/words.js';
import { keyed, useOnce } from '../hub/use-once.js';
import { placeOf } from '../page/route.js';
import { moment, withoutCodes } from '../parts/dutch.js';
import { Title } from '../parts/title.js';
import { Failure } from '../parts/telling/failure.js';
import { Pick } from '../parts/forms/fields.js';
import { codeOf } from '../parts/forms/municipality-code.js';
import { MunicipalityField } from '../parts/forms/municipality.js';
import { Notice } from '../parts/telling/notice.js';
import { RunningLink } from './running/running-link.js';

interface Call {
  readonly municipality: string;
  readonly referrer: ReferrerKind | '';
  readonly referrerMunicipality: string;
  readonly channel: ConsultationChannel;
}

const newCall: Call = { municipality: '', referrer: '', referrerMunicipality: '', channel: 'PHONE' };

/** Writes down a question as it comes in: no name, no birth date, in a few fields while somebody is on the telephone. */
export function PhonePage(): ReactNode {
  const [call, setCall] = useState(newCall);
  const [isTried, setTried] = useState(false);
  const { isTaking, data, error, take } = useOnce(registerConsultation);

  const submit = async (): Promise<void> => {
    const meant = inputOf(call);
    setTried(true);
    if (!meant || isTaking) return;
    if (!(await take(meant, keyed))) return;
    setCall(newCall);
    setTried(false);
  };
  return (
    <>
      <Title>Vraag aan de telefoon</Title>
      <p className="lead">Schrijf geen naam, geboortedatum of adres op. Binnen 48 uur is er een eerste contact.</p>
      <RunningLink />
      <Done taken={data} />
      <Failure error={error} isStep />
      <form
        className="need narrow"
        noValidate
        aria-label="De vraag"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <CallFields call={call} isTried={isTried} set={(part) => setCall({ ...call, ...part })} />
        <PrimaryActionButton type="submit" busy={isTaking}>
          {isTaking ? 'Schrijft op …' : 'Schrijf op'}
        </PrimaryActionButton>
      </form>
    </>
  );
}

function Done({ taken }: { readonly taken: RegisterConsultationData | undefined }): ReactNode {
  const done = taken?.registerConsultation?.consultation;
  if (!done) return null;
  return (
    <Notice kind="ok" isAlert>
      Opgeschreven. Eerste contact uiterlijk {done.firstContactDueAt ? moment(done.firstContactDueAt) : 'over 48 uur'}.{' '}
      <a className="utrecht-link" href={placeOf(['casussen'])}>
        Naar wat wacht
      </a>
    </Notice>
  );
}

interface CallFieldsProps {
  readonly call: Call;
  readonly isTried: boolean;
  readonly set: (part: Partial<Call>) => void;
}

function CallFields({ call, isTried, set }: CallFieldsProps): ReactNode {
  const municipalityFault = (name: string): string | undefined =>
    isTried && codeOf(name) === null ? 'Kies een gemeente uit de lijst.' : undefined;
  return (
    <>
      <MunicipalityField
        label="Gemeente van het kind"
        value={call.municipality}
        fault={municipalityFault(call.municipality)}
        onChange={(municipality) => set({ municipality })}
      />
      <Pick
        label="Wie vraagt het?"
        words={withoutCodes(referrerKind)}
        empty="kies"
        value={call.referrer}
        fault={isTried && call.referrer === '' ? 'Kies wie het vraagt.' : undefined}
        onChange={(referrer) => set({ referrer })}
      />
      <MunicipalityField
        label="Gemeente van wie het vraagt, als dat een andere is"
        value={call.referrerMunicipality}
        fault={call.referrerMunicipality === '' ? undefined : municipalityFault(call.referrerMunicipality)}
        onChange={(referrerMunicipality) => set({ referrerMunicipality })}
      />
      <Pick
        label="Hoe kwam het binnen?"
        words={consultationChannel}
        value={call.channel}
        onChange={(channel) => set({ channel: channel || 'PHONE' })}
      />
    </>
  );
}

/** What the hub is told of a call; null while something is missing. */
function inputOf({ municipality, referrer: kind, referrerMunicipality, channel }: Call) {
  const municipalityCode = codeOf(municipality);
  const theirs = referrerMunicipality === '' ? municipalityCode : codeOf(referrerMunicipality);
  if (municipalityCode === null || theirs === null || kind === '') return null;
  return { channel, municipalityCode, referrer: { kind, municipalityCode: theirs } };
}
