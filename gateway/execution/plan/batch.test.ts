import { describe, expect, it } from '@jest/globals';
import { gather } from './batch.js';

const book = { __typename: 'Book', id: '1' };
const film = { __typename: 'Film', id: '1' };
const rules = {
  represent: ({ __typename, id }: Record<string, unknown>) => (id === undefined ? null : { __typename, id }),
  rewriteInput: null,
  isChangedByType: false,
};
const asMedia = (value: unknown): void => {
  (value as Record<string, unknown>)['__typename'] = 'Media';
};

describe('the entities of a fetch', () => {
  it('are asked for once each, wherever they stand', () => {
    const again = { ...book };
    expect(gather([book, film, again], rules)).toEqual({
      representations: [book, film],
      texts: [JSON.stringify(book), JSON.stringify(film)],
      targets: [[book, again], [film]],
    });
  });

  it('are one where a subgraph knows them by their interface alone', () => {
    expect(gather([book, film], { ...rules, rewriteInput: asMedia }).targets).toEqual([[book, film]]);
  });

  it('are two even then where what comes back is changed by their types', () => {
    const { targets } = gather([book, film], { ...rules, rewriteInput: asMedia, isChangedByType: true });
    expect(targets).toEqual([[book], [film]]);
  });

  it('are left out where part of the key, or their type, is not known', () => {
    expect(gather([{ __typename: 'Book' }, { id: '1' }], rules).targets).toEqual([]);
  });
});
