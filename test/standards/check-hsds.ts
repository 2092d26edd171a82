import { hsdsShapes } from './hsds-shapes.js';

const forms: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: isText,
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  uuid: (value) => isText(value) && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value),
  uri: (value) => isText(value) && URL.canParse(value),
  email: (value) => isText(value) && /^[^@\s]+@[^@\s]+$/.test(value),
  'date-time': (value) => isText(value) && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value),
};

/** Everything about an object that its published schema does not allow, and what stands inside it; empty when all is well. */
export function hsdsFaults(type: string, object: Readonly<Record<string, unknown>>, path = type): string[] {
  const shape = hsdsShapes[type];
  if (!shape) return [`${path}: ${type} is no object of HSDS`];
  const fields = new Map(Object.entries(shape).map(([name, form]) => [name.replace(/[!+]$/, ''), form]));
  const required = Object.keys(shape)
    .filter((name) => /[!+]$/.test(name))
    .map((name) => name.slice(0, -1));
  return [
    ...required.filter((name) => object[name] === undefined).map((name) => `${path}.${name} is missing`),
    ...Object.entries(object).flatMap(([name, value]) => valueFaults(fields.get(name), value, `${path}.${name}`)),
  ];
}

function valueFaults(form: string | undefined, value: unknown, path: string): string[] {
  if (form === undefined) return [`${path} is not in the schema`];
  if (form.endsWith('[]')) {
    if (!Array.isArray(value)) return [`${path} is no list`];
    return value.flatMap((item, index) => hsdsFaults(form.slice(0, -2), item as never, `${path}[${index}]`));
  }
  if (form in hsdsShapes) return hsdsFaults(form, value as never, path);
  const isRight = forms[form]?.(value) ?? form.split('|').includes(String(value));
  return isRight ? [] : [`${path} is no ${form}`];
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
