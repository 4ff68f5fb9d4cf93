import { describe, expect, it } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { IntlProvider } from 'use-intl';
import messages from '../i18n/vi.json' with { type: 'json' };
import { Debrief } from './scenario-debrief.js';
import type { Play, StoryLine } from './story.js';

const WRONG_STEP: StoryLine = { text: 'Chưa qua hoà giải.', role: 'violation', law: [] };

function show(given: Partial<Play>) {
  const play = { opening: [], turns: [], options: [], ending: 'xong', percent: 94, violations: [], ...given };
  return render(
    <IntlProvider locale="vi" messages={messages}>
      <Debrief play={{ ...play, variable: () => 0 }} passPercent={60} />
    </IntlProvider>,
  );
}

describe('looking back', () => {
  it('says that a play with a wrong legal step does not count, however many points it has', async () => {
    const { container } = show({ violations: [WRONG_STEP] });
    expect(screen.getByText(messages.scenario.notCounted)).toBeDefined();
    expect(screen.getByText(WRONG_STEP.text)).toBeDefined();
    expect(container.querySelector('[data-outcome]')?.getAttribute('data-outcome')).toBe('unlawful');
    expect((await axe(container)).violations).toEqual([]);
  });

  it.each([
    [94, 'passed'],
    [60, 'passed'],
    [59, 'below'],
  ])('counts a lawful play of %d %%: %s', (percent, outcome) => {
    const { container } = show({ percent });
    expect(screen.queryByText(messages.scenario.notCounted)).toBeNull();
    expect(container.querySelector('[data-outcome]')?.getAttribute('data-outcome')).toBe(outcome);
  });
});
