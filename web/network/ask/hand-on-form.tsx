import { useMemo, useState, type ReactNode } from 'react';
import { handOnRequest, teams, type TeamsData } from '../../generated/operations.js';
import { handOnReason, type HandOnReason, type TeamKind } from '../../generated/words.js';
import { upon, useOnce } from '../../hub/use-once.js';
import { usePages } from '../../hub/use-pages.js';
import { Failure } from '../../parts/telling/failure.js';
import { Pick } from '../../parts/forms/fields.js';
import { StepForm } from '../../parts/forms/step-form.js';
import type { RequestFormProps } from './request-steps.js';

const teamsOf = (data: TeamsData) => data.teams;

/** The kinds that are asked something; which of them answers what the hub knows. */
const askedKinds: readonly TeamKind[] = ['RET', 'RET_2_0', 'EXPERT_TEAM', 'AMBULATORY_DUO'];

/** Hands a question on, to a team that is chosen or to the one that can answer best. By when somebody calls back stays as it was. */
export function HandOnForm({ request, title, onChanged, onCancel }: RequestFormProps): ReactNode {
  const [reason, setReason] = useState<HandOnReason | ''>('');
  const [toTeamId, setTeam] = useState('');
  const [isTried, setTried] = useState(false);
  const handing = useOnce(handOnRequest);
  const [others, error] = useOtherTeams(request);
  const take = async (): Promise<void> => {
    setTried(true);
    if (reason === '') return;
    const meant = { requestId: request.id, reason, ...(toTeamId !== '' && { toTeamId }) };
    const taken = await handing.take(meant, upon(request.version));
    const team = taken?.handOnRequest?.networkRequest?.team?.name ?? 'een ander team';
    if (taken) onChanged(`Doorgegeven aan ${team}. De tijd om terug te bellen blijft gelijk.`);
  };
  return (
    <StepForm
      label={`Geef door: ${title}`}
      submit={handing.isTaking ? 'Geeft door …' : 'Geef door'}
      isTaking={handing.isTaking}
      isWrong={reason === ''}
      error={handing.error}
      onSubmit={take}
      onCancel={onCancel}
    >
      <Pick
        label="Waarom geeft u dit door?"
        words={handOnReason}
        empty="kies"
        value={reason}
        fault={isTried && reason === '' ? 'Kies een reden.' : undefined}
        onChange={setReason}
      />
      <Pick
        label="Aan welk team?"
        words={others}
        empty="het team dat het best kan antwoorden"
        value={toTeamId}
        onChange={setTeam}
      />
      <Failure error={error} />
    </StepForm>
  );
}

/** The teams at work where help is sought that a question can be handed on to, by identifier. */
function useOtherTeams({ municipality, team: own }: RequestFormProps['request']) {
  const { code: municipalityCode } = municipality;
  const asked = useMemo(() => ({ filter: { municipalityCode, kinds: askedKinds } }), [municipalityCode]);
  const { nodes, error } = usePages(teams, asked, teamsOf);
  const others = (nodes ?? []).filter(({ id }) => id !== own?.id);
  const words: Record<string, string> = Object.fromEntries(
    others.map(({ id, name }) => [id, name ?? 'team zonder naam']),
  );
  return [words, error] as const;
}
