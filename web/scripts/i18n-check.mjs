// Every visible sentence is in both catalogues: equal keys, equal placeholders, no literal text in components.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const source = fileURLToPath(new URL('../src', import.meta.url));
/** What everybody loads, what only the officers' and the lecturers' desks do, and what only who photographs an answer does. */
const CATALOGUES = ['i18n', 'manage', 'teach', 'learn/photos'];
const read = (folder, locale) => JSON.parse(readFileSync(join(source, folder, `${locale}.json`), 'utf8'));

/** Keys with their sentences, nested areas joined by dots. */
function flat(messages, prefix = '') {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`),
  );
}

const placeholders = (text) =>
  [...new Set([...text.matchAll(/\{(\w+)\s*[,}]/g)].map((match) => match[1]))].sort().join(' ');

function catalogueFaults(folder) {
  const [vi, en] = [new Map(flat(read(folder, 'vi'))), new Map(flat(read(folder, 'en')))];
  const faults = [];
  for (const [key, text] of vi) {
    if (text.normalize('NFC') !== text) faults.push(`${folder}/vi.json ${key}: not in NFC`);
    if (!en.has(key)) faults.push(`${folder}/en.json lacks ${key}`);
    else if (placeholders(text) !== placeholders(en.get(key))) faults.push(`${key}: other placeholders in English`);
  }
  for (const key of en.keys()) if (!vi.has(key)) faults.push(`${folder}/vi.json lacks ${key}`);
  return faults;
}

const SHOWN_ATTRIBUTES = new Set(['label', 'title', 'placeholder', 'alt', 'aria-label', 'hint', 'lead', 'heading']);
const hasLetters = (text) => /\p{L}{2,}/u.test(text);

function literalFaults(file) {
  const text = readFileSync(file, 'utf8');
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const faults = [];
  const note = (node, shown) => {
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
    faults.push(`${file.slice(source.length + 1)}:${line + 1}: literal text "${shown.trim().slice(0, 60)}"`);
  };
  const visit = (node) => {
    if (ts.isJsxText(node) && hasLetters(node.text)) note(node, node.text);
    if (ts.isJsxAttribute(node) && SHOWN_ATTRIBUTES.has(node.name.getText())) {
      const value = node.initializer;
      if (value && ts.isStringLiteral(value) && hasLetters(value.text)) note(node, value.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return faults;
}

const components = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx') && !file.endsWith('.spec.tsx'))
  .map((file) => join(source, file));
const faults = [...CATALOGUES.flatMap(catalogueFaults), ...components.flatMap(literalFaults)];
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.stderr.write(
  `${components.length} components, ${CATALOGUES.flatMap((folder) => flat(read(folder, 'vi'))).length} sentences, ${faults.length} faults\n`,
);
process.exitCode = faults.length === 0 && components.length > 0 ? 0 : 1;
