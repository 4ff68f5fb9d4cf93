import type { LawConfidence } from './entities/law-document.entity.js';

/** A version as the files give it. Days are YYYY-MM-DD, the period half-open. */
export interface ParsedVersion {
  validFrom: string;
  validTo: string | null;
  summary: string;
  amended: string | null;
  note: string | null;
  confidence: LawConfidence;
  sources: string[];
}

/** What an officer entered for one article: a wording from a day on, or that the article ends on a day. */
export interface EnteredChange {
  /** First day of the new wording, or first day without the article. */
  on: string;
  version: ParsedVersion | null;
}

/**
 * The versions of an article when files and officers both have a say. What an officer entered stays, because it was
 * recorded with a reason; files that say otherwise about the same day are answered in `kept`, so that somebody looks.
 * @param parsed of the files, oldest first, not overlapping
 * @returns versions oldest first, not overlapping, and the days on which the files said something else
 */
export function withEntered(
  parsed: readonly ParsedVersion[],
  entered: readonly EnteredChange[],
): { versions: ParsedVersion[]; kept: string[] } {
  const kept: string[] = [];
  const byDay = new Map(parsed.map((version) => [version.validFrom, version]));
  for (const { on, version } of entered) {
    if (!version) continue;
    const ofFiles = byDay.get(on);
    if (ofFiles?.summary === version.summary) continue;
    if (ofFiles) kept.push(on);
    byDay.set(on, { ...version, validTo: ofFiles?.validTo ?? null });
  }
  const versions = [...byDay.values()].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const fitted = versions.map((version, at) => {
    const next = versions[at + 1]?.validFrom ?? null;
    return next !== null && (version.validTo === null || version.validTo > next)
      ? { ...version, validTo: next }
      : version;
  });
  for (const { on } of entered.filter(({ version }) => version === null)) {
    const last = fitted.at(-1);
    if (!last) continue;
    // Files that know of a wording after the end know more than the officer did.
    if (last.validFrom >= on) kept.push(on);
    else if (last.validTo === null || last.validTo > on) fitted[fitted.length - 1] = { ...last, validTo: on };
  }
  return { versions: fitted, kept };
}
