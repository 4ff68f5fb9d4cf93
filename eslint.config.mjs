import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const tests = ['test/**', '**/*.spec.ts', '**/*.spec.tsx'];
const migrations = ['src/platform/database/migrations/**'];
const typescript = ['src/**/*.ts', 'test/**/*.ts', 'web/**/*.ts', 'web/**/*.tsx'];

// ESLint's own max-params would count constructors, where Nest injects dependencies.
const parameterLimits = [
  {
    selector: ':matches(FunctionDeclaration, ArrowFunctionExpression, TSDeclareFunction)[params.length>4]',
    message: 'More than 4 parameters: pass an object.',
  },
  {
    selector: ":not(MethodDefinition[kind='constructor']) > FunctionExpression[params.length>4]",
    message: 'More than 4 parameters: pass an object.',
  },
  {
    selector: "MethodDefinition[kind='constructor'] > FunctionExpression[params.length>6]",
    message: 'More than 6 injected dependencies: split the class.',
  },
];

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      '**/dist/**',
      'coverage/**',
      '.data*/**',
      'content/**',
      'test/.artifacts/**',
      'src/metadata.ts',
      'web/src/api/schema.d.ts',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.mjs', '**/*.js', '**/*.cjs'],
    languageOptions: {
      globals: Object.fromEntries(
        'console process URL Buffer fetch setTimeout clearTimeout setInterval clearInterval setImmediate performance AbortController AbortSignal URLSearchParams structuredClone globalThis require module __dirname'
          .split(' ')
          .map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: typescript,
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.test.json', './web/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // An async method may implement a port whose other implementations do wait.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['src/**', 'web/src/**', 'scripts/**', 'bench/**'],
    ignores: [...tests, ...migrations],
    rules: {
      'max-lines': ['error', 400],
      'max-lines-per-function': ['error', { max: 60, skipComments: true }],
      'no-restricted-syntax': ['error', ...parameterLimits],
    },
  },
  {
    files: ['web/src/{learn,teach,manage}/**/*.tsx'],
    ignores: tests,
    rules: { 'max-lines': ['error', 250] },
  },
  {
    files: ['src/**/*.ts'],
    ignores: [...tests, 'src/platform/config/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only src/platform/config reads the environment.' },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: ['process', 'node:process'].map((name) => ({
            name,
            importNames: ['env'],
            message: 'Only src/platform/config reads the environment.',
          })),
        },
      ],
    },
  },
  {
    files: tests,
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['web/src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    // Props are plain functions in an object; taking them out is how components are written.
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },
);
