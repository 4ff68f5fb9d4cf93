import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ContentFolder, Schemas, type ContentFault } from '../../../authoring/course-format.service.js';
import { readLaw } from '../law-files.js';
import { ArticleTexts, doubtedIn } from './article-texts.js';
import { CourseCheck, type CheckFigures } from './course-check.js';
import { EXCEPTIONS_FILE, FigureExceptions } from './exceptions.js';

export interface ContentCheckReport {
  faults: ContentFault[];
  figures: CheckFigures & { courses: number };
}

/**
 * Judges content/ without a database: what the importer would refuse, and beyond it what a lecturer's editor would send
 * back, such as a deadline that the cited article does not state. Every fault of every file at once.
 */
export async function checkContent(root: string): Promise<ContentCheckReport> {
  const schemas = await Schemas.read(root);
  const lawFolder = await ContentFolder.read(root, 'law', schemas);
  const law = new ArticleTexts(readLaw(lawFolder), doubtedIn(lawFolder.text('DOUBTS.md') ?? ''));
  const exceptionsFolder = await ContentFolder.ofFile(join(root, EXCEPTIONS_FILE), schemas);
  const exceptions = new FigureExceptions(exceptionsFolder);
  const courses = (await readdir(join(root, 'courses'), { withFileTypes: true })).filter((entry) =>
    entry.isDirectory(),
  );
  const figures = { courses: courses.length, lessons: 0, questions: 0, situations: 0, citations: 0, quotedFigures: 0 };
  const faults = [...lawFolder.faults];
  for (const { name } of courses.sort((one, other) => one.name.localeCompare(other.name))) {
    const folder = await ContentFolder.read(root, `courses/${name}`, schemas);
    const check = new CourseCheck(folder, law, exceptions);
    check.run();
    faults.push(...folder.faults);
    for (const [key, value] of Object.entries(check.figures)) figures[key as keyof CheckFigures] += value;
  }
  exceptions.checkUnused();
  return { faults: [...faults, ...exceptionsFolder.faults], figures };
}
