import { useId, type ReactNode } from 'react';
import { municipalities } from '../../generated/municipalities.js';
import { Text } from './fields.js';

interface MunicipalityFieldProps {
  readonly label: string;
  readonly value: string;
  readonly fault?: string | undefined;
  readonly onChange: (name: string) => void;
}

/** A municipality by its name, with all of them to choose from. */
export function MunicipalityField({ label, value, fault, onChange }: MunicipalityFieldProps): ReactNode {
  const list = useId();
  return (
    <>
      <Text label={label} list={list} size="full" value={value} fault={fault} onChange={onChange} />
      <datalist id={list}>
        {municipalities.map(([code, name]) => (
          <option key={code} value={name} />
        ))}
      </datalist>
    </>
  );
}
