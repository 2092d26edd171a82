/** An answer without the moment at which it was evaluated, which cursors hold as well. */
export function withoutInstants(data: unknown): unknown {
  return JSON.parse(
    JSON.stringify(data, (key, value: unknown) => (/^(evaluatedAt|.*[cC]ursor)$/.test(key) ? null : value)),
  );
}
