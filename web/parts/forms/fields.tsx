import { useId, type ReactNode } from 'react';

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly fault?: string | undefined;
  readonly children: (given: FieldIds) => ReactNode;
}

/** What ties a control to its label, hint and fault. */
export interface FieldIds {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** A label with its control, what helps to fill it in, and what is wrong with it. */
export function Field({ label, hint, fault, children }: FieldProps): ReactNode {
  const id = useId();
  const described = [hint !== undefined && `${id}-hint`, fault !== undefined && `${id}-fault`]
    .filter(Boolean)
    .join(' ');
  return (
    <div className={fault === undefined ? 'field' : 'field field--wrong'}>
      <label className="utrecht-form-label" htmlFor={id}>
        {label}
      </label>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault !== undefined && (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': fault !== undefined || undefined })}
    </div>
  );
}

interface ChoicesProps<Code extends string> {
  readonly legend: string;
  readonly words: Readonly<Record<Code, string>>;
  readonly chosen: readonly Code[];
  readonly fault?: string | undefined;
  readonly onChange: (chosen: readonly Code[]) => void;
}

/** Several of a list of words. What is wrong with them is said at the first. */
export function Choices<Code extends string>(props: ChoicesProps<Code>): ReactNode {
  const { legend, words, chosen, fault, onChange } = props;
  const faultId = useId();
  const wrong = fault === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': faultId };
  const codes = Object.keys(words) as Code[];
  const toggle = (code: Code): void =>
    onChange(codes.filter((one) => (one === code ? !chosen.includes(one) : chosen.includes(one))));
  return (
    <fieldset className={fault === undefined ? 'choices' : 'choices field--wrong'}>
      <legend className="utrecht-form-label">{legend}</legend>
      {fault !== undefined && (
        <p className="fault" id={faultId}>
          {fault}
        </p>
      )}
      {codes.map((code, index) => (
        <label key={code} className="choice">
          <input
            {...(index === 0 && wrong)}
            type="checkbox"
            className="utrecht-checkbox"
            checked={chosen.includes(code)}
            onChange={() => toggle(code)}
          />
          <span>{words[code]}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface PickProps<Code extends string> {
  readonly label: string;
  readonly words: Readonly<Record<Code, string>>;
  readonly value: Code | '';
  readonly empty?: string;
  readonly fault?: string | undefined;
  /** Whether the keyboard goes here as soon as it is drawn. */
  readonly isFocused?: boolean;
  readonly onChange: (value: Code | '') => void;
}

/** One of a list of words; `empty` names what it is to choose none. */
export function Pick<Code extends string>(props: PickProps<Code>): ReactNode {
  const { label, words, value, empty, fault, isFocused, onChange } = props;
  return (
    <Field label={label} fault={fault}>
      {(given) => (
        <select
          {...given}
          className="utrecht-select utrecht-select--html-select"
          value={value}
          autoFocus={isFocused}
          onChange={(event) => onChange(event.target.value as Code | '')}
        >
          {empty !== undefined && <option value="">{empty}</option>}
          {(Object.keys(words) as Code[]).map((code) => (
            <option key={code} value={code}>
              {words[code]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface TextProps {
  readonly label: string;
  readonly hint?: string;
  readonly fault?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly size: 'short' | 'full';
  readonly list?: string;
  readonly type?: 'text' | 'date' | 'time';
  readonly isNumber?: boolean;
  /** Whether the keyboard goes here as soon as it is drawn. */
  readonly isFocused?: boolean;
}

/** One line of text. */
export function Text({
  label,
  hint,
  fault,
  value,
  onChange,
  size,
  list,
  type = 'text',
  isNumber,
  isFocused,
}: TextProps): ReactNode {
  return (
    <Field label={label} hint={hint} fault={fault}>
      {(given) => (
        <input
          {...given}
          className={`utrecht-textbox utrecht-textbox--html-input control--${size}`}
          type={type}
          value={value}
          list={list}
          autoComplete="off"
          autoFocus={isFocused}
          inputMode={isNumber ? 'numeric' : undefined}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
