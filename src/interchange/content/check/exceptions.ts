import type { ContentFolder, YamlData } from '../../../authoring/course-format.service.js';

interface Exception {
  file: string;
  figure: string;
  reason: string;
}

export const EXCEPTIONS_FILE = 'check-exceptions.yaml';

/** Figures that stand beside a citation although the article does not state them, each with its reason. */
export class FigureExceptions {
  private readonly used = new Set<Exception>();
  private readonly file: YamlData<Exception[]> | null;

  constructor(private readonly folder: ContentFolder) {
    this.file = folder.yaml<Exception[]>(EXCEPTIONS_FILE, 'check-exceptions');
  }

  excuses(file: string, figure: string): boolean {
    const exception = this.file?.data.find((candidate) => candidate.file === file && candidate.figure === figure);
    if (exception) this.used.add(exception);
    return exception !== undefined;
  }

  /** Reports exceptions that excuse nothing any more. */
  checkUnused(): void {
    for (const [index, exception] of (this.file?.data ?? []).entries()) {
      if (this.used.has(exception)) continue;
      this.folder.fault(EXCEPTIONS_FILE, this.file?.lineOf([index]) ?? null, {
        vi: `Ngoại lệ "${exception.figure}" ở ${exception.file} không còn cần; mời bỏ.`,
        en: `The exception "${exception.figure}" in ${exception.file} is no longer needed; please remove it.`,
      });
    }
  }
}
