import { MantineProvider } from '@mantine/core';
import { describe, expect, it } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { createRef, useState } from 'react';
import { IntlProvider } from 'use-intl';
import common from '../../i18n/vi.json' with { type: 'json' };
import studio from '../vi.json' with { type: 'json' };
import { AnswerFields } from './answer-fields.js';
import { emptyForm, KINDS, questionOf, type Kind, type QuestionForm } from './question-form-state.js';

// jsdom has neither: Mantine asks for the colours that a person prefers, a growing field for fonts that arrive.
Object.defineProperty(document, 'fonts', { value: new EventTarget() });
window.matchMedia = (media) => Object.assign(new EventTarget(), { matches: false, media }) as unknown as MediaQueryList;

/** The fields of a new question, and the form as it stands. */
function show(kind: Kind) {
  const now: { form: QuestionForm } = { form: emptyForm(kind) };
  const stem = createRef<HTMLTextAreaElement>();
  function Fields() {
    const [form, setForm] = useState(now.form);
    now.form = form;
    return <AnswerFields form={form} stem={stem} onChange={setForm} />;
  }
  const view = render(
    <IntlProvider locale="vi" messages={{ ...common, ...studio }}>
      <MantineProvider>
        <Fields />
      </MantineProvider>
    </IntlProvider>,
  );
  return { now, ...view };
}

const words = studio.quiz.form;

describe('the fields of a question', () => {
  it.each(KINDS)('are accessible: %s', async (kind) => {
    const { container } = show(kind);
    expect((await axe(container)).violations).toEqual([]);
  });

  it('give several right options equal shares and take a share off for a wrong one', async () => {
    const { now } = show('multiple');
    const ticks = screen.getAllByRole('checkbox', { name: new RegExp(words.isRightToo) });
    await userEvent.click(ticks[0]!);
    await userEvent.click(ticks[1]!);
    expect(questionOf(now.form)).toMatchObject({
      answers: [{ percent: 50 }, { percent: 50 }, { percent: -50 }, { percent: -50 }],
    });
    await userEvent.click(screen.getByText(words.ownWeights));
    expect(screen.getAllByLabelText(words.percent)).toHaveLength(4);
  });

  it('put a gap into the text, and take its mark away with it', async () => {
    const { now } = show('cloze');
    await userEvent.click(screen.getByRole('button', { name: /\[\[1\]\]/ }));
    await userEvent.click(screen.getByRole('button', { name: /Chèn.*\[\[2\]\]/ }));
    expect(now.form.stem.text).toBe('[[1]][[2]]');
    await userEvent.click(screen.getByRole('button', { name: /Xoá: Chỗ trống \[\[1\]\]/ }));
    expect(now.form.stem.text).toBe('…[[1]]');
  });

  it('move a step by its buttons, keep the focus on it and say where it went', async () => {
    const { now } = show('ordering');
    const fields = screen.getAllByLabelText(words.itemText);
    await userEvent.type(fields[1]!, 'Nộp đơn');
    await userEvent.click(screen.getByRole('button', { name: 'Đưa lên: Bước 2' }));
    expect(questionOf(now.form)).toMatchObject({ items: [{ text: 'Nộp đơn' }, { text: '' }, { text: '' }] });
    expect(screen.getByRole('status').textContent).toBe('Giờ ở vị trí 1.');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Đưa xuống: Bước 1' }));
  });
});
