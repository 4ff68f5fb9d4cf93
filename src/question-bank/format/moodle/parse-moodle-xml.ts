import type { Text } from '../../../platform/problems/problem.js';
import { answerFaultsOf } from '../answer-rules.js';
import { ReadingBudget, type QuestionFile } from '../question-file.js';
import type { AnswerSource, QuestionSource, SourceText } from '../question-source.js';
import { categoryTag, cleanText, titleFrom } from '../clean-text.js';
import { ClozeFault } from './cloze-text.js';
import { combinedLoss, READERS, type AnswerReader } from './moodle-answers.js';
import { MoodleQuestion } from './moodle-question.js';
import { readXml, valueOf, XmlFault, childOf, type XmlElement } from './xml-elements.js';

/** Elements that a reader has taken, or that hold nothing of the question. */
const TAKEN = new Set([
  ...['name', 'questiontext', 'generalfeedback', 'idnumber', 'tags', 'answer', 'subquestion', 'single', 'usecase'],
  ...['units', 'correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback'],
  ...['showunits', 'unitpenalty', 'responsefieldlines', 'graderinfo', 'minwordlimit', 'attachments'],
]);

/** Settings that change nothing when they have one of these values; any other value is named as lost. */
const HARMLESS: Record<string, readonly string[]> = {
  defaultgrade: ['1'],
  penalty: ['0.3333333', '0.333333', '0.33333', '0', '1'],
  hidden: ['0'],
  shuffleanswers: ['1', 'true'],
  answernumbering: ['abc', 'none', 'ABCD', '123'],
  showstandardinstruction: ['0', '1'],
  shownumcorrect: ['1', 'true'],
  unitgradingtype: ['0'],
  unitsleft: ['0'],
  responseformat: ['editor', 'plain'],
  responserequired: ['0', '1'],
  maxwordlimit: ['0'],
  attachmentsrequired: ['0'],
  maxbytes: ['0'],
  layouttype: ['VERTICAL', 'HORIZONTAL', '0', '1'],
  selecttype: ['ALL', '0'],
  selectcount: ['0'],
  gradingtype: ['ABSOLUTE_POSITION', '0'],
  showgrading: ['SHOW', 'HIDE', '0', '1'],
  numberingstyle: ['none', 'abc', '123'],
};

/**
 * Reads a Moodle XML file (docs.moodle.org/en/Moodle_XML_format), as Moodle writes it. Categories become tags
 * `category:…`. Types and parts of questions that the platform does not have are named at their line.
 */
export function parseMoodleXml(source: string, budget = new ReadingBudget(source.length)): QuestionFile {
  const file: QuestionFile = { questions: [], faults: [], leftOut: [], losses: [] };
  const state: State = { category: null, budget };
  try {
    readXml(source.replace(/^\uFEFF/, ''), { root: 'quiz', budget }, (element) => readElement(element, state, file));
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    file.faults.push({ line: error.line, message: error.text });
  }
  return file;
}

interface State {
  /** Tag of the questions that follow. */
  category: string | null;
  budget: ReadingBudget;
}

function readElement(element: XmlElement, state: State, file: QuestionFile): void {
  const type = element.attributes['type'] ?? '';
  if (element.name !== 'question') {
    file.losses.push({ line: element.line, message: partLoss(element.name, element.text) });
    return;
  }
  if (type === 'category') {
    state.category = categoryTag(valueOf(element, 'category'));
    const info = valueOf(element, 'info');
    if (info !== '') file.losses.push({ line: element.line, message: partLoss('info', info) });
    return;
  }
  const read = READERS.get(type);
  if (!read) {
    file.leftOut.push({ line: element.line, message: unknownType(type, valueOf(element, 'name')) });
    return;
  }
  try {
    readQuestion(new MoodleQuestion(element, state.budget), { read, category: state.category, file });
  } catch (error) {
    if (!(error instanceof ClozeFault)) throw error;
    (error.isUnknown ? file.leftOut : file.faults).push({ line: element.line, message: error.text });
  }
}

function readQuestion(
  question: MoodleQuestion,
  { read, category, file }: { read: AnswerReader; category: string | null; file: QuestionFile },
): void {
  const source = questionOf(question, read(question), category);
  for (const message of answerFaultsOf(source)) question.fail(message);
  if (source.stem.text === '') question.fail({ vi: 'Câu hỏi không có nội dung.', en: 'The question has no text.' });
  nameLosses(question, source.kind);
  file.losses.push(...question.losses);
  file.faults.push(...question.faults);
  if (question.faults.length === 0) file.questions.push(source);
}

function questionOf(question: MoodleQuestion, answers: AnswerSource, category: string | null): QuestionSource {
  const { element } = question;
  const tags = (childOf(element, 'tags')?.children ?? []).map((tag) => cleanText(valueOf(tag, 'text')));
  const all = [...tags.filter((tag) => tag !== ''), ...(category === null ? [] : [category])];
  const general = question.optional(childOf(element, 'generalfeedback'));
  return {
    line: element.line,
    id: cleanText(question.value('idnumber')) || null,
    tags: [...new Set(all)],
    title: cleanText(question.value('name')) || titleFrom(question.stem),
    stem: question.stem,
    generalFeedback: answers.kind === 'choice' && !answers.several ? general : withCombined(general, question),
    ...answers,
  };
}

/** Where several parts are answered the combined texts stand with the general feedback, each with its case. */
function withCombined(general: SourceText | null, question: MoodleQuestion): SourceText | null {
  const { right, partial, wrong } = question.combinedFeedback();
  const cases: [string, SourceText | null][] = [
    ['Nếu đúng', right],
    ['Nếu đúng một phần', partial],
    ['Nếu chưa đúng', wrong],
  ];
  let whole = general;
  for (const [label, text] of cases) {
    if (text === null) continue;
    const format = whole?.format ?? text.format;
    if (format !== text.format) question.lose(combinedLoss(text));
    else whole = { format, text: [...(whole ? [whole.text] : []), `${label}: ${text.text}`].join('\n') };
  }
  return whole;
}

function nameLosses(question: MoodleQuestion, kind: AnswerSource['kind']): void {
  for (const child of question.element.children) {
    // The points of an essay are those of its criteria.
    if (TAKEN.has(child.name) || (kind === 'essay' && child.name === 'defaultgrade')) continue;
    const value = (childOf(child, 'text') ?? child).text.trim();
    if (value === '' && child.children.length === 0) continue;
    const harmless = HARMLESS[child.name] ?? [];
    if (harmless.some((each) => each === value || (value !== '' && Number(each) === Number(value)))) continue;
    question.lose(partLoss(child.name, value), child.line);
  }
}

function partLoss(name: string, value: string): Text {
  const shown = value.trim() === '' ? '' : `: "${cleanText(value).slice(0, 200)}"`;
  return {
    vi: `Phần "${name}" của Moodle không có ở đây nên không được đưa vào${shown}.`,
    en: `Moodle's "${name}" does not exist here and is not taken over${shown}.`,
  };
}

function unknownType(type: string, title: string): Text {
  const shown = cleanText(title).slice(0, 100);
  return {
    vi: `Câu "${shown}" thuộc loại "${type}" của Moodle, loại này chưa có ở đây nên không nhập được.`,
    en: `"${shown}" is of Moodle's type "${type}", which does not exist here; it cannot be imported.`,
  };
}
