import fc from 'fast-check';

/** Stands in every value that a test sends: where it comes back, the hub repeated what it was sent. */
export const canary = 'zQ7kanarie';

const texts = [
  ...[`' or 1=1 --`, `'; drop table cases.case_file; --`, `$$; select pg_sleep(9); $$`, `\\'; copy x to program 'id'`],
  ...['{"$ne":null}', '{"$where":"sleep(9)"}', '${jndi:ldap://x/a}', '{{7*7}}', '%s%n%x', '../../../../etc/passwd'],
  ...[
    '<script>alert(1)</script>',
    '"><svg onload=alert(1)>',
    '\r\nset-cookie: a=b\r\n\r\n',
    '\0',
    'a\0b',
    '\u0001\u001f\u007f',
  ],
  ...['\ud800', '\udfff\ud800', '\u202eabc\u2066', '\ufeff', '\uffff', 'e\u0301'.repeat(50), '👩‍👩‍👧‍👦', '٤٢', 'İıẞß'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'null',
    'NaN',
    'true',
    '1e999',
    '-0',
    '9'.repeat(400),
    ' ',
    '%00',
    '\\u0000',
  ],
  ...['x'.repeat(3_000), '('.repeat(500), '2026-02-30', '2026-01-01T25:61:00Z', '0001-01-01', '+275760-09-13', '-1'],
  '00000000-0000-0000-0000-000000000000',
];

/** A text that means something to somebody, or nothing to anybody. */
export const hostileText = fc
  .oneof(fc.constantFrom(...texts), fc.string({ unit: 'binary', maxLength: 40 }))
  .map((text) => `${canary}${text}`);

/** Written as a text where JSON has no such number; `writeJson` writes the number. */
const rawNumber = (digits: string): string => `@number:${digits}@`;
const numbers = [
  '1e999',
  '-1e999',
  '-0',
  '9223372036854775808',
  '2147483648',
  '0.1e-400',
  '1.0000000000000001',
  '-2147483649',
];

const scalars = fc.oneof(
  hostileText,
  fc.constantFrom(...numbers.map(rawNumber)),
  fc.constantFrom(null, true, false, 0, -1, '', 2 ** 53, 0.5),
);

/** The name of a field that nobody knows is told to who sent it when it could be one: then it holds no canary. */
const hostileName = hostileText.map((text) => (/^\w{1,60}$/.test(text) ? text.replace(canary, 'naam') : text));

function nested(levels: number): unknown {
  return levels === 0
    ? canary
    : levels % 2 === 0
      ? [nested(levels - 1)]
      : { [`${canary} ${levels}`]: nested(levels - 1) };
}

/** What no argument of the hub takes: other types, odd numbers, deep and wide JSON. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: scalars },
  { weight: 1, arbitrary: fc.array(scalars, { maxLength: 4 }) },
  { weight: 1, arbitrary: fc.dictionary(hostileName, scalars, { maxKeys: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom(5, 13, 200, 2_000).map(nested) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(200, 1_001, 3_000).map((size) => Array.from({ length: size }, () => canary)),
  },
);

/** JSON with the numbers that JavaScript has no value for. */
export function writeJson(value: unknown): string {
  return JSON.stringify(value).replace(/"@number:([^"@]+)@"/g, '$1');
}
