import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { availability } from './processes.js';

/** Where Debian keeps it; whoever has another release of it may say where. */
const JAR = [process.env['EPUBCHECK_JAR'], '/usr/share/java/epubcheck.jar'].find(
  (path) => path !== undefined && existsSync(path),
);
const JAVA = [join(process.env['JAVA_HOME'] ?? '/usr', 'bin/java'), '/usr/bin/java'].find(existsSync);

export const epubcheckAvailability = () =>
  availability(
    JAR !== undefined && JAVA !== undefined,
    'apt-get install epubcheck, or set EPUBCHECK_JAR; it needs Java',
  );

interface Report {
  messages: { ID: string; severity: string; message: string; locations: { path: string; line: number }[] }[];
}

/** What the W3C's own validator has to say about an EPUB, hints included: one line each. */
export async function epubcheck(epub: Buffer): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'union-skills-epub-'));
  try {
    const [book, report] = [join(folder, 'book.epub'), join(folder, 'report.json')];
    await writeFile(book, epub);
    // It ends with 1 when it finds something: the report says what.
    await promisify(execFile)(JAVA ?? '', [
      '-XX:TieredStopAtLevel=1',
      '-XX:+UseSerialGC',
      '-jar',
      JAR ?? '',
      book,
      '--json',
      report,
    ]).catch(() => undefined);
    const { messages } = JSON.parse(await readFile(report, 'utf8')) as Report;
    return messages.map(({ ID, severity, message, locations: [at] }) =>
      [severity, ID, at ? `${at.path}:${at.line}` : '', message].join(' '),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
