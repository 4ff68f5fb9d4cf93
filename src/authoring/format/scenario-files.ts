import type { ParsedLesson } from '../../catalogue/course-import.service.js';
import type { Bilingual } from '../../catalogue/entities/completion-rule.js';
import type { ScenarioMeter } from '../../catalogue/entities/scenario.entity.js';
import { ScenarioPlay } from '../../catalogue/scenario.service.js';
import type { Text } from '../../platform/problems/problem.js';
import type { ContentFolder, YamlData } from './content-folder.js';
import type { CitationPlace } from './quiz-files.js';
import { compileStory, type CompiledStory } from './scenario/compile-story.js';
import { exploreStory, type BranchFault } from './scenario/explore-story.js';

interface ScenarioFile {
  slug: string;
  title: Bilingual;
  role: Bilingual;
  minutes: number;
  story: string;
  startsOn: string;
  passPercent: number;
  meters: ScenarioMeter[];
}

/** ISO weekday, 1 = Monday, of a day. */
const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** The scenarios of one course and their Ink stories. */
export class ScenarioFiles {
  readonly citations: CitationPlace[] = [];
  readonly slugs = new Set<string>();
  /** Whether every scenario could be read: else what seems to be missing may only be misread. */
  complete = true;
  private readonly used = new Set<string>();

  constructor(
    private readonly folder: ContentFolder,
    private readonly asOf: string,
  ) {}

  /** Reads a scenario lesson, compiles its story and walks through all its branches; null with faults. */
  read(name: string): ParsedLesson | null {
    const file = this.folder.yaml<ScenarioFile>(name, 'scenario');
    if (!file) {
      this.complete = false;
      return null;
    }
    const { slug, title, minutes, role, startsOn, passPercent, meters } = file.data;
    const storyName = `${name.slice(0, name.lastIndexOf('/') + 1)}${file.data.story}`;
    this.used.add(storyName);
    this.slugs.add(slug);
    const source = this.folder.text(storyName);
    const story = source === null ? null : this.compile(storyName, source);
    if (source === null || !story) return null;
    const exploration = exploreStory(story.json, story);
    for (const fault of exploration.faults) this.branchFault(storyName, source, fault);
    if (exploration.endings.size > 0) this.checkVariables(name, file, story.json);
    const citations = [...exploration.cited].sort();
    for (const code of citations) {
      this.citations.push({ file: storyName, line: lineOf(source, code) ?? 1, code, asOf: this.asOf });
    }
    const scenario = { role, startsOn, passPercent, meters, story: story.json };
    return { slug, kind: 'scenario', title, minutes, markdown: '', citations, asOf: this.asOf, scenario };
  }

  /** Reports Ink files that no scenario plays: most likely a misspelt name. */
  checkUnused(): void {
    for (const name of this.folder.names()) {
      if (!name.endsWith('.ink') || this.used.has(name)) continue;
      this.folder.fault(name, null, {
        vi: 'Không tình huống nào dùng tệp này.',
        en: 'No scenario plays this file.',
      });
    }
  }

  private compile(name: string, source: string): CompiledStory | null {
    const { story, faults } = compileStory(name, source, this.folder.stories);
    for (const { file, line, message } of faults) {
      const inStory = file === name;
      const place = inStory ? '' : `${file}${line === null ? '' : `:${line}`}: `;
      this.folder.fault(name, inStory ? line : null, {
        vi: `Không dịch được tình huống: ${place}${message}`,
        en: `The story cannot be compiled: ${place}${message}`,
      });
    }
    return story;
  }

  private branchFault(name: string, source: string, { kind, place, path }: BranchFault): void {
    const way = path.length > 0 ? path.map((text) => `“${text}”`).join(' → ') : '';
    const [knot = ''] = place.split('.');
    const said: Record<BranchFault['kind'], Text> = {
      'dead-end': {
        vi: `Ngõ cụt: nhánh này không có kết cục (# ket-thuc: …). Đường đi: ${way}`,
        en: `Dead end: this branch has no ending (# ket-thuc: …). The way there: ${way}`,
      },
      loop: {
        vi: `Vòng lặp: sau 60 lựa chọn vẫn chưa kết thúc. Đoạn cuối: ${way}`,
        en: `Loop: no end after 60 decisions. The last of them: ${way}`,
      },
      failure: {
        vi: `Lỗi khi chạy: ${place} Đường đi: ${way}`,
        en: `It fails while played: ${place} The way there: ${way}`,
      },
      unreachable: {
        vi: `Đoạn "${place}" không nhánh nào đến được.`,
        en: `No branch reaches the knot "${place}".`,
      },
      unoffered: {
        vi: `Có lựa chọn trong đoạn "${knot}" không bao giờ hiện ra (${place}).`,
        en: `A choice in the knot "${knot}" is never offered (${place}).`,
      },
    };
    const last = path.at(-1);
    const line =
      kind === 'unreachable' || kind === 'unoffered'
        ? lineOf(source, `== ${knot}`)
        : last === undefined
          ? null
          : lineOf(source, last);
    this.folder.fault(name, line, said[kind]);
  }

  private checkVariables(name: string, file: YamlData<ScenarioFile>, compiled: string): void {
    const { variablesState } = new ScenarioPlay(compiled).story;
    for (const [index, { variable }] of file.data.meters.entries()) {
      if (typeof variablesState[variable] === 'number') continue;
      this.folder.fault(name, file.lineOf(['meters', index, 'variable']), {
        vi: `Tình huống không có biến số "${variable}".`,
        en: `The story has no number "${variable}".`,
      });
    }
    const weekday: unknown = variablesState['thu_mo_dau'];
    if (typeof weekday !== 'number' || weekday === weekdayOf(file.data.startsOn)) return;
    this.folder.fault(name, file.lineOf(['startsOn']), {
      vi: `Ngày ${file.data.startsOn} là thứ ${weekdayOf(file.data.startsOn)} (1 là thứ Hai), còn thu_mo_dau là ${weekday}.`,
      en: `${file.data.startsOn} is weekday ${weekdayOf(file.data.startsOn)} (1 is Monday), but thu_mo_dau is ${weekday}.`,
    });
  }
}

/** Line (from 1) of the first occurrence of a text. */
function lineOf(source: string, text: string): number | null {
  const at = source.indexOf(text);
  return at < 0 ? null : source.slice(0, at).split('\n').length;
}
