import i18next from 'eslint-plugin-i18next'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { root } from './steps.mjs'

export default tseslint.config(
  { ignores: ['node_modules/**', 'dist/**', 'out/**'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: root } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // Numbers and branded texts read well in templates.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // Procedures without input or output are declared with z.void().
      '@typescript-eslint/no-invalid-void-type': 'off',
      // A leading underscore says that a name is there for its place only.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks, i18next },
    rules: { ...reactHooks.configs.recommended.rules },
  },
  {
    files: ['renderer/**/*.tsx'],
    rules: {
      'i18next/no-literal-string': [
        'error',
        {
          mode: 'jsx-only',
          // Attributes that a person reads or hears; the others are names of styles and ways.
          // Single words in camel case are names of keys, not texts; so are signs and codes.
          words: { exclude: ['[\\s→·0-9!-/:-@[-`{-~]+', '[A-Z_-]+', '[a-z][A-Za-z]*'] },
          'jsx-attributes': { include: ['alt', 'aria-label', 'cancelText', 'label', 'okText', 'placeholder', 'title'] },
        },
      ],
    },
  },
)
