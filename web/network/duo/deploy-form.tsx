import { useState, type ReactNode } from 'react';
import { deployDuo } from '../../generated/operations.js';
import { deploymentPurpose, timeWindow, type DeploymentPurpose } from '../../generated/words.js';
import { hubNow } from '../../hub/clock.js';
import { keyed, useOnce } from '../../hub/use-once.js';
import { calendarDay, day } from '../../parts/dutch.js';
import { Pick, Text } from '../../parts/forms/fields.js';
import { decimal } from '../../parts/forms/typed.js';
import { StepForm } from '../../parts/forms/step-form.js';
import { hoursFor, lastDayOf, usualHours, usualWeeks, type DuoDraft } from './duo-draft.js';
import { namesOf, type Duo, type DuoCase } from './people.js';

interface DeployFormProps {
  readonly duo: Duo;
  readonly planned: DuoCase;
  readonly sought: DuoDraft;
  readonly purpose: string;
  readonly onSent: (text: string) => void;
  readonly onCancel: () => void;
}

/** Sends a duo: what for and until when. Both are booked for the hours that were sought, or nobody. */
export function DeployForm({ duo, planned, sought, purpose: looking, onSent, onCancel }: DeployFormProps): ReactNode {
  const [purpose, setPurpose] = useState<DeploymentPurpose | ''>('');
  const [toOn, setToOn] = useState(() => usualEnd(sought, planned));
  const [isTried, setTried] = useState(false);
  const sending = useOnce(deployDuo, looking);
  const hours = hoursFor(duo.windows, soughtHours(sought, planned));
  const send = async (): Promise<void> => {
    setTried(true);
    if (purpose === '' || toOn === '' || !duo.team || !duo.members) return;
    const meant = {
      ...{ caseId: planned.id, teamId: duo.team.id, professionalIds: duo.members.map(({ id }) => id) },
      ...{ purpose, hours, toOn, ...(sought.fromOn !== '' && { fromOn: sought.fromOn }) },
    };
    if (await sending.take(meant, keyed))
      onSent(`Gepland: ${namesOf(duo)} gaan naar dit gezin, tot en met ${day(toOn)}. Hun uren zijn vastgelegd.`);
  };
  return (
    <StepForm
      label={`Stuur ${namesOf(duo)}`}
      submit={sending.isTaking ? 'Legt vast …' : 'Leg vast'}
      isTaking={sending.isTaking}
      isWrong={purpose === '' || toOn === ''}
      error={sending.error}
      onSubmit={send}
      onCancel={onCancel}
    >
      <p>
        Beiden gaan{' '}
        {hours
          .map((one) => `${one.hoursPerWeek.toLocaleString('nl-NL')} uur per week (${timeWindow[one.timeWindow]})`)
          .join(' en ')}
        {sought.fromOn === '' ? ', vanaf vandaag' : `, vanaf ${day(sought.fromOn)}`}. Anders? Verander dan wat u zoekt.
      </p>
      <Pick
        label="Waarvoor?"
        words={deploymentPurpose}
        empty="kies"
        value={purpose}
        fault={isTried && purpose === '' ? 'Kies waarvoor het duo gaat.' : undefined}
        onChange={setPurpose}
      />
      <Text
        label="Tot en met"
        type="date"
        size="short"
        value={toOn}
        fault={isTried && toOn === '' ? 'Vul de laatste dag in.' : undefined}
        onChange={setToOn}
      />
    </StepForm>
  );
}

function soughtHours({ hoursPerWeek }: DuoDraft, { need }: DuoCase): number {
  return hoursPerWeek === '' ? (need?.hoursPerWeek ?? usualHours) : decimal(hoursPerWeek);
}

function usualEnd({ fromOn, weeks }: DuoDraft, { need }: DuoCase): string {
  const first = fromOn === '' ? calendarDay(hubNow()) : fromOn;
  return lastDayOf(first, weeks === '' ? (need?.durationWeeks ?? usualWeeks) : Number(weeks));
}
