import { describe, expect, it, jest } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { IntlProvider } from 'use-intl';
import type { AttemptQuestion, QuestionResponse } from '../../api/types.js';
import messages from '../../i18n/vi.json' with { type: 'json' };
import { QuestionView } from './question-view.js';

const question = (given: Partial<AttemptQuestion>): AttemptQuestion => ({
  questionId: 'q1',
  position: 1,
  kind: 'single',
  body: { stem: 'Ai hoà giải <strong>trước</strong>?', options: [] },
  response: null,
  answeredAt: null,
  photos: [],
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

  it('puts items in order by buttons, says where an item went, and keeps the focus on it', async () => {
    const items = [
      { index: 2, html: 'Toà án' },
      { index: 0, html: 'Nộp đơn' },
      { index: 1, html: 'Hoà giải' },
    ];
    const asked = question({ kind: 'ordering', body: { stem: 'Xếp', items } });
    const { onAnswer, container, rerender } = show(asked);
    await userEvent.click(screen.getByRole('button', { name: 'Đưa mục 2 lên' }));
    expect(onAnswer).toHaveBeenLastCalledWith({ kind: 'ordering', order: [0, 2, 1] });
    rerender(
      <IntlProvider locale="vi" messages={messages}>
        <QuestionView question={asked} response={{ kind: 'ordering', order: [0, 2, 1] }} onAnswer={onAnswer} />
      </IntlProvider>,
    );
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      '1Nộp đơn',
      '2Toà án',
      '3Hoà giải',
    ]);
    expect(screen.getByRole('status').textContent).toBe('Mục này giờ ở vị trí 1.');
    const up = screen.getByRole('button', { name: 'Đưa mục 1 lên' });
    expect(document.activeElement).toBe(up);
    await userEvent.click(up);
    expect(onAnswer).toHaveBeenCalledTimes(1);
    expect((await axe(container)).violations).toEqual([]);
  });

  it('has a field in each gap of a text', async () => {
    const stem = '<p>Có <span data-blank="2">(2) ……</span> ngày, do <span data-blank="1">(1) ……</span>.</p>';
    const choices = [
      { index: 1, text: 'Toà án' },
      { index: 0, text: 'hoà giải viên' },
    ];
    const blanks = [{ kind: 'choice' as const, choices }, { kind: 'numeric' as const }];
    const { onAnswer, container } = show(question({ kind: 'cloze', body: { stem, blanks } }));
    expect(container.textContent).toContain('Có  ngày');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Chỗ trống 1' }), 'hoà giải viên');
    await userEvent.type(screen.getByRole('textbox', { name: 'Chỗ trống 2' }), '5');
    await userEvent.tab();
    expect(onAnswer).toHaveBeenLastCalledWith({ kind: 'cloze', blanks: [0, '5'] });
    expect((await axe(container)).violations).toEqual([]);
  });

  it('takes an essay, shows what it is graded by and how many words are asked for', async () => {
    const rubric = [{ criterion: 'Nêu đủ các bước', points: 4 }];
    const asked = question({ kind: 'essay', body: { stem: 'Viết', rubric, minimumWords: 50 } });
    const { onAnswer, container } = show(asked);
    await userEvent.type(screen.getByRole('textbox'), 'Gửi đơn trước');
    expect(screen.getByText('3 chữ, cần ít nhất 50 chữ')).toBeTruthy();
    expect(screen.getByText('Nêu đủ các bước')).toBeTruthy();
    await userEvent.tab();
    expect(onAnswer).toHaveBeenLastCalledWith({ kind: 'essay', text: 'Gửi đơn trước' });
    expect((await axe(container)).violations).toEqual([]);
  });
});
