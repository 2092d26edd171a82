import type { ReactNode } from 'react';
import { Field } from './fields.js';

interface ProseFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly fault?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Some lines of text in somebody's own words. */
export function ProseField({ label, hint, fault, value, onChange }: ProseFieldProps): ReactNode {
  return (
    <Field label={label} hint={hint} fault={fault}>
      {(given) => (
        <textarea
          {...given}
          className="utrecht-textbox control--full"
          rows={4}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
