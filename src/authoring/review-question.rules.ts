import type { AnswerKey, BlankKey, QuestionBody } from '../question-bank/entities/question-body.js';

/** A question with its key, as whoever judges it reads it. */
export interface JudgedQuestion {
  body: QuestionBody;
  answerKey: AnswerKey;
  /** 1 to 3. */
  difficulty: number;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const list = (items: string[]) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
const share = (value: number) => `${Math.round(value * 100)} %`;
const remark = (feedback: string | null | undefined) => (feedback ? ` – <em>${feedback}</em>` : '');

/** Right answers by a mark and in words; a part of the points by its share. */
const marked = (html: string, weight: number, feedback?: string | null) =>
  `${weight >= 1 ? '✓ ' : weight > 0 ? `✓ (${share(weight)}) ` : '✗ '}${html}${remark(feedback)}`;

const number = (value: number) => String(value).replace('.', ',');
const range = ({ min, max }: { min: number; max: number }) =>
  min === max ? number(min) : `${number(min)} – ${number(max)}`;

type Texts = { text: string; percent: number; feedback: string | null }[];
type Numbers = { min: number; max: number; percent: number; feedback: string | null }[];
const texts = (answers: Texts) =>
  answers.map(({ text, percent, feedback }) => marked(escaped(text), percent / 100, feedback));
const numbers = (answers: Numbers, unit = '') =>
  answers.map(({ percent, feedback, ...ends }) =>
    marked(escaped(`${range(ends)} ${unit}`.trim()), percent / 100, feedback),
  );

function blankOf(key: BlankKey, choices: string[]): string[] {
  if (key.kind === 'choice') {
    return choices.map((choice, at) => marked(escaped(choice), key.weights[at] ?? 0, key.feedback[at]));
  }
  return key.kind === 'short-answer' ? texts(key.answers) : numbers(key.answers);
}

function answersOf({ body, answerKey: key }: JudgedQuestion): string {
  switch (key.kind) {
    case 'single':
    case 'multiple':
      return list((body.options ?? []).map((option, at) => marked(option, key.weights[at] ?? 0, key.feedback[at])));
    case 'true-false': {
      const said = [key.feedbackRight, key.feedbackWrong].map(remark).join('');
      return list([`${key.correct ? '✓ Đúng' : '✓ Sai'}${said}`]);
    }
    case 'short-answer':
      return list(texts(key.answers));
    case 'numeric':
      return list(numbers(key.answers, body.unit));
    case 'matching':
      return list((body.prompts ?? []).map((prompt, at) => `${prompt} → ${body.choices?.[key.pairs[at] ?? -1] ?? ''}`));
    case 'ordering':
      return `<ol>${key.order.map((item) => `<li>${body.items?.[item] ?? ''}</li>`).join('')}</ol>`;
    case 'cloze':
      return key.blanks
        .map((blank, at) => {
          const shown = body.blanks?.[at];
          return `<p>(${at + 1})</p>${list(blankOf(blank, shown?.kind === 'choice' ? shown.choices : []))}`;
        })
        .join('');
    case 'essay':
      return list((body.rubric ?? []).map(({ criterion, points }) => `${criterion} (${number(points)})`));
  }
}

/** A question as one block of HTML, made of parts that are sanitised: its stem, its answers with the right ones marked, its explanation. */
export function questionHtml(question: JudgedQuestion): string {
  const { body, answerKey, difficulty } = question;
  const stem = body.stem.startsWith('<p>') ? body.stem : `<p>${body.stem}</p>`;
  const why = answerKey.general ? `<p><em>${answerKey.general}</em></p>` : '';
  return `<div>${stem}${answersOf(question)}${why}<p>Độ khó: ${difficulty}/3</p></div>`;
}
