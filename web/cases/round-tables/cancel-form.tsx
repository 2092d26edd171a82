import type { ReactNode } from 'react';
import { cancelRoundTable } from '../../generated/operations.js';
import { tableCancelReason, type TableCancelReason } from '../../generated/words.js';
import { upon, useOnce } from '../../hub/use-once.js';
import { ChoiceForm } from '../../parts/forms/choice-form.js';
import { tableName, type TableStepProps } from './table-card.js';

/** Says that a round table does not take place, and why. */
export function CancelForm({ table, purpose, onAnswered, onDone, onCancel }: TableStepProps): ReactNode {
  const cancelling = useOnce(cancelRoundTable, purpose, onAnswered);
  const cancel = async (reason: TableCancelReason): Promise<void> => {
    if (await cancelling.take({ roundTableId: table.id, reason }, upon(table.version)))
      onDone(`Afgezegd: ${tableName(table)}.`);
  };
  return (
    <ChoiceForm
      label={`Zeg af: ${tableName(table)}`}
      submit={cancelling.isTaking ? 'Zegt af …' : 'Zeg de ronde tafel af'}
      question="Waarom gaat het niet door?"
      words={tableCancelReason}
      missing="Kies een reden."
      step={cancelling}
      onChosen={cancel}
      onCancel={onCancel}
    >
      <p>Dit kan niet terug. De hub stuurt geen bericht: zeg het de deelnemers zelf.</p>
    </ChoiceForm>
  );
}
