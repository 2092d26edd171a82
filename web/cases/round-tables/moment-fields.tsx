import type { ReactNode } from 'react';
import { Text } from '../../parts/forms/fields.js';
import type { MomentFaults, TypedMoment } from './plan-draft.js';

interface MomentFieldsProps {
  readonly moment: TypedMoment;
  readonly faults: MomentFaults;
  readonly onChange: (part: Partial<TypedMoment>) => void;
}

/** A day and a time beside each other. */
export function MomentFields({ moment: { on, at }, faults, onChange }: MomentFieldsProps): ReactNode {
  return (
    <div className="fields">
      <Text
        label="Dag"
        type="date"
        size="full"
        value={on}
        fault={faults.on}
        onChange={(day) => onChange({ on: day })}
      />
      <Text
        label="Tijd"
        type="time"
        size="full"
        value={at}
        fault={faults.at}
        onChange={(time) => onChange({ at: time })}
      />
    </div>
  );
}
