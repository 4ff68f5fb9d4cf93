import type { Page } from 'playwright-core';
import type { QuestionResponse } from '../../src/question-bank/entities/question-body.js';

/** Answers the question on the screen as a learner would: by tapping, choosing and typing. */
export async function answerOnScreen(
  page: Page,
  question: { body: { options?: { index: number }[]; items?: { index: number }[] } },
  response: QuestionResponse,
): Promise<void> {
  await page.locator('fieldset, input[type=text], textarea').first().waitFor();
  const rows = page.locator('fieldset label');
  const shown = (question.body.options ?? []).map((option) => option.index);
  switch (response.kind) {
    case 'single':
      return rows.nth(shown.indexOf(response.option)).click();
    case 'multiple':
      for (const option of response.options) await rows.nth(shown.indexOf(option)).click();
      return;
    case 'true-false':
      return rows.nth(response.value ? 0 : 1).click();
    case 'short-answer':
    case 'numeric':
    case 'essay': {
      const field = page.locator('input[type=text], textarea');
      await field.fill(response.text);
      return field.blur();
    }
    case 'matching':
      for (const [index, choice] of response.choices.entries()) {
        await page.locator('fieldset select').nth(index).selectOption(String(choice));
      }
      return;
    case 'ordering':
      return moveIntoOrder(
        page,
        (question.body.items ?? []).map((item) => item.index),
        response.order,
      );
    case 'cloze':
      for (const [index, value] of response.blanks.entries()) {
        const gap = page.locator(`[data-blank="${index + 1}"]`);
        if (typeof value === 'number') await gap.locator('select').selectOption(String(value));
        else await gap.locator('input').fill(value ?? '');
      }
      return page.locator('[data-blank="1"] :is(select, input)').blur();
  }
}

async function moveIntoOrder(page: Page, shown: number[], wanted: number[]): Promise<void> {
  const order = [...shown];
  for (const [place, item] of wanted.entries()) {
    for (let at = order.indexOf(item); at > place; at -= 1) {
      await page.locator(`[data-button="${item}-up"]`).click();
    }
    order.splice(order.indexOf(item), 1);
    order.splice(place, 0, item);
  }
}
