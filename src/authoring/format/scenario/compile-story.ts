import { Compiler } from 'inkjs/compiler/Compiler';
import { CompilerOptions } from 'inkjs/compiler/CompilerOptions';
import type { Container } from 'inkjs/engine/Container';
import { ChoicePoint } from 'inkjs/engine/ChoicePoint';

/** A fault of an Ink source, with the file and line that the compiler names. */
export interface InkFault {
  file: string;
  line: number | null;
  message: string;
}

export interface CompiledStory {
  /** JSON for Ink's runtime. */
  json: string;
  /** Names of the story's own knots, without functions. */
  knots: string[];
  /** Targets of all choices outside functions' files. */
  choices: string[];
}

const KNOT = /^\s*={2,}\s*(function\s+)?([\p{L}\w]+)/u;
/** Chance would give a replay another result than the play. */
const CHANCE = /\b(?:RANDOM|SEED_RANDOM|LIST_RANDOM|shuffle)\b/;
/** Ink's runtime rewrites such a number in a compiled text ("…, 20.000 đồng") and breaks it. */
const BROKEN_NUMBER = /,\s*\d+\.0+(?!\d)/;
const ERROR_PLACE = /'([^']+)' line (\d+): ([\s\S]*)$/;
const WARNING = 1;

/**
 * Compiles an Ink story.
 * @param includes texts of the files that it may INCLUDE, by name
 */
export function compileStory(
  name: string,
  source: string,
  includes: ReadonlyMap<string, string>,
): { story: CompiledStory | null; faults: InkFault[] } {
  const faults: InkFault[] = [[name, source] as const, ...includes].flatMap(([file, text]) => forbiddenIn(file, text));
  const report = (message: string, kind: number) => {
    const [, file, line, text] = ERROR_PLACE.exec(message) ?? [];
    // A loose end is found by playing, with the choices that lead to it.
    if (kind === WARNING && /loose end/.test(message)) return;
    faults.push({ file: file ?? name, line: line === undefined ? null : Number(line), message: text ?? message });
  };
  const files = {
    ResolveInkFilename: (file: string) => file,
    LoadInkFileContents: (file: string) => {
      const text = includes.get(file);
      if (text === undefined) throw new Error(`There is no file ${file} to include.`);
      return text;
    },
  };
  const compiler = new Compiler(source, new CompilerOptions(name, [], true, report, files));
  try {
    const story = compiler.Compile();
    const json = story.ToJson();
    if (faults.length > 0 || typeof json !== 'string') return { story: null, faults };
    return { story: { json, knots: knotsOf(source), choices: choicesOf(story.mainContentContainer) }, faults };
  } catch (error) {
    if (faults.length === 0) faults.push({ file: name, line: null, message: (error as Error).message });
    return { story: null, faults };
  }
}

function forbiddenIn(file: string, source: string): InkFault[] {
  return source.split('\n').flatMap((text, index) => {
    const line = index + 1;
    const code = text.replace(/\/\/.*$/, '');
    const chance = CHANCE.exec(code)?.[0];
    const number = BROKEN_NUMBER.exec(code)?.[0];
    return [
      ...(chance === undefined ? [] : [{ file, line, message: `${chance}: a scenario leaves nothing to chance.` }]),
      ...(number === undefined
        ? []
        : [{ file, line, message: `“${number}”: a number that ends in .0 after a comma breaks.` }]),
    ];
  });
}

function knotsOf(source: string): string[] {
  return source.split('\n').flatMap((line) => {
    const [, isFunction, name] = KNOT.exec(line) ?? [];
    return name === undefined || isFunction !== undefined ? [] : [name];
  });
}

function choicesOf(container: Container): string[] {
  const found: string[] = [];
  const visit = (part: unknown) => {
    if (part instanceof ChoicePoint) {
      if (!part.isInvisibleDefault) found.push(String(part.choiceTarget?.path));
    } else if (typeof part === 'object' && part !== null && 'content' in part) {
      const { content, namedOnlyContent } = part as Container;
      for (const each of [...content, ...(namedOnlyContent?.values() ?? [])]) visit(each);
    }
  };
  visit(container);
  return found;
}
