import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { createRequire } from 'node:module';

// use-intl brings the compiler that belongs to its own formatter.
const ofUseIntl = createRequire(createRequire(import.meta.url).resolve('use-intl'));
const { default: compile } = await import(pathToFileURL(ofUseIntl.resolve('icu-minify/compile')).href);

const CATALOGUE = /\/src\/(i18n|manage|teach|learn\/photos)\/(vi|en)\.json$/;

const compiled = (messages) =>
  Object.fromEntries(
    Object.entries(messages).map(([key, value]) => [key, typeof value === 'string' ? compile(value) : compiled(value)]),
  );

/**
 * Compiles the catalogues' ICU messages when building, so that phones need not load a parser (about 9 kB): use-intl's
 * formatter is replaced by the one that understands only compiled messages.
 * @returns {import('vite').Plugin}
 */
export function compiledCatalogues() {
  return {
    name: 'compiled-catalogues',
    enforce: 'pre',
    config: () => ({
      resolve: { alias: [{ find: /^use-intl\/format-message$/, replacement: 'use-intl/format-message/format-only' }] },
      // The development server would pack use-intl together with its parser.
      optimizeDeps: { exclude: ['use-intl'] },
    }),
    load(id) {
      if (!CATALOGUE.test(id)) return null;
      const messages = JSON.parse(readFileSync(id, 'utf8'));
      return {
        code: `export default JSON.parse(${JSON.stringify(JSON.stringify(compiled(messages)))})`,
        moduleType: 'js',
      };
    },
  };
}
