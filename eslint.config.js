import tseslint from 'typescript-eslint';

/** Folders below the root that a file may not import from: the borders of ARCHITECTURE.md. */
function border(files, forbidden, message) {
  return {
    files,
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ regex: `^\\..*/(${forbidden.join('|')})/`, message }] }],
    },
  };
}

const outer = ['gateway', 'exchange', 'infra', 'test', 'bench', 'web'];
const subgraphs = ['cases', 'capacity', 'people'];

export default tseslint.config(
  { ignores: ['dist/', '.data/', 'node_modules/', 'web/generated/'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['*.js', 'infra/*.mjs', 'test/*.mjs'] } },
    },
  },
  {
    rules: {
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // type-graphql classes are shapes without behaviour: a literal of the same shape is as good as an instance
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      // called on loopback only, where there is no TLS
      '@typescript-eslint/no-deprecated': [
        'error',
        { allow: [{ from: 'package', package: 'openid-client', name: 'allowInsecureRequests' }] },
      ],
      'no-console': 'error',
    },
  },
  { files: ['**/*.test.ts', 'test/**/*.ts'], rules: { 'max-lines-per-function': 'off' } },
  { files: ['infra/**', 'bench/**', 'examples/**', 'test/*.mjs'], rules: { 'no-console': 'off' } },
  { files: ['**/*.js', '**/*.mjs'], ...tseslint.configs.disableTypeChecked },
  border(
    ['platform/**/*.ts'],
    [...outer, 'subgraphs', 'vocabulary', 'figures'],
    'platform imports nothing of this repository',
  ),
  border(
    ['vocabulary/**/*.ts'],
    [...outer, 'subgraphs', 'platform', 'figures'],
    'vocabulary imports nothing of this repository',
  ),
  border(['figures/**/*.ts'], [...outer, 'subgraphs'], 'figures know the platform and the vocabulary only'),
  border(
    ['gateway/**/*.ts'],
    ['exchange', 'infra', 'test', 'bench', 'web', 'subgraphs', 'figures'],
    'the gateway knows the platform and the vocabulary only',
  ),
  ...[
    [['gateway/execution/*.ts'], '^\\.\\./'],
    [['gateway/execution/*/*.ts'], '^\\.\\./\\.\\./'],
  ].map(([files, regex]) => ({
    files,
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex, message: 'the execution of plans imports nothing of this repository' }] },
      ],
    },
  })),
  border(
    ['exchange/**/*.ts'],
    ['infra', 'test', 'bench', 'web', 'subgraphs', 'gateway(?!/routes/added-routes\\.js)'],
    'the exchange knows the platform, the vocabulary and what the gateway lends to added routes',
  ),
  {
    files: ['web/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^\\..*/(${[...outer.filter((folder) => folder !== 'web'), 'subgraphs', 'platform', 'vocabulary', 'figures'].join('|')})/`,
              message: 'the page knows the hub by what is written into web/generated/ only: it runs elsewhere',
            },
          ],
        },
      ],
    },
  },
  ...subgraphs.map((own) =>
    border(
      [`subgraphs/${own}/**/*.ts`],
      [...outer, ...subgraphs.filter((other) => other !== own)],
      'a subgraph knows itself, the platform, the vocabulary and what figures are made of; it borrows an entity by its key',
    ),
  ),
  {
    files: ['subgraphs/**/*.ts', 'gateway/**/*.ts'],
    ignores: [
      '**/*.store.ts',
      '**/*.read-model.ts',
      '**/*.entity.ts',
      '**/*.test.ts',
      '**/migrations/**',
      '**/{services,server,config}.ts',
    ],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'typeorm', message: 'only stores and read models touch TypeORM', allowTypeImports: true },
            { name: 'pg' },
          ],
        },
      ],
    },
  },
);
