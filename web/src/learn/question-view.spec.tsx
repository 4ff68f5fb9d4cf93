import { describe, expect, it, jest } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { IntlProvider } from 'use-intl';
import type { AttemptQuestion, QuestionResponse } from '../api/types.js';
import messages from '../i18n/vi.json' with { type: 'json' };
import { QuestionView } from './question-view.js';

const question = (given: Partial<AttemptQuestion>): AttemptQuestion => ({
  questionId: 'q1',
  position: 1,
  kind: 'single',
  body: { stem: 'Ai hoà giải <strong>trước</strong>?', options: [] },
  response: null,
  answeredAt: null,
  ...given,
});

function show(asked: AttemptQuestion, response?: QuestionResponse) {
  const onAnswer = jest.fn<(response: QuestionResponse) => void>();
  const view = render(
    <IntlProvider locale="vi" messages={messages}>
      <QuestionView question={asked} response={response} onAnswer={onAnswer} />
    </IntlProvider>,
  );
  return { onAnswer, ...view };
}

const OPTIONS = [
  { index: 2, html: 'Toà án' },
  { index: 0, html: 'Hoà giải viên' },
];

describe('a question on the phone', () => {
  it('answers with the index of the stored body, not of the shuffled row', async () => {
    const { onAnswer, container } = show(question({ body: { stem: 'Ai?', options: OPTIONS } }));
    await userEvent.click(screen.getByText('Hoà giải viên'));
    expect(onAnswer).toHaveBeenLastCalledWith({ kind: 'single', option: 0 });
    expect((await axe(container)).violations).toEqual([]);
  });

  it('adds and removes options of a multiple choice', async () => {
    const asked = question({ kind: 'multiple', body: { stem: 'Chọn', options: OPTIONS } });
    const { onAnswer } = show(asked, { kind: 'multiple', options: [2] });
    await userEvent.click(screen.getByText('Hoà giải viên'));
    expect(onAnswer).toHaveBeenLastCalledWith({ kind: 'multiple', options: [0, 2] });
    await userEvent.click(screen.getByText('Toà án'));
    expect(onAnswer).toHaveBeenLastCalledWith({ kind: 'multiple', options: [] });
  });

  it('takes typed text in NFC when the field is left', async () => {
    const { onAnswer, container } = show(question({ kind: 'short-answer', body: { stem: 'Ai?' } }));
    await userEvent.type(screen.getByRole('textbox'), 'hoà giải viên'.normalize('NFD'));
    await userEvent.tab();
    expect(onAnswer).toHaveBeenLastCalledWith({ kind: 'short-answer', text: 'hoà giải viên' });
    expect((await axe(container)).violations).toEqual([]);
  });

  it('matches by lists, without dragging', async () => {
    const body = {
      stem: 'Nối',
      prompts: ['Điều 188', 'Điều 195'],
      choices: [
        { index: 1, text: 'Lợi ích' },
        { index: 0, text: 'Cá nhân' },
      ],
    };
    const { onAnswer, container } = show(question({ kind: 'matching', body }));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Điều 188' }), 'Cá nhân');
    expect(onAnswer).toHaveBeenLastCalledWith({ kind: 'matching', choices: [0, null] });
    expect((await axe(container)).violations).toEqual([]);
  });
});
