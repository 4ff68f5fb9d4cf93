import { describe, expect, it } from '@jest/globals';
import { certificateOf, completionWith, passPercentsOf } from './completion-facts.js';

describe('what completes a course', () => {
  it('keeps what the sheet does not show', () => {
    const former = {
      lessons: 'all',
      quizzes: [{ quiz: 'cuoi-khoa', passPercent: 70 }],
      scenarios: [{ scenario: 'xuong-may', passPercent: 50 }],
    };
    expect(passPercentsOf(former)).toEqual({ 'cuoi-khoa': '70' });
    expect(completionWith(former, { 'cuoi-khoa': '80', luyen: '60' })).toEqual({
      lessons: 'all',
      quizzes: [
        { quiz: 'cuoi-khoa', passPercent: 80 },
        { quiz: 'luyen', passPercent: 60 },
      ],
      scenarios: [{ scenario: 'xuong-may', passPercent: 50 }],
    });
  });

  it('asks for the lessons when nothing else is asked, and reads what is not there as nothing', () => {
    expect(completionWith({ quizzes: [{ quiz: 'luyen', passPercent: 70 }] }, {})).toEqual({ lessons: 'all' });
    expect(passPercentsOf({ quizzes: 'sai' })).toEqual({});
    expect(certificateOf(null)).toBeNull();
    expect(certificateOf({ kind: 'giay-chung-nhan', title: { vi: 'Giấy', en: 'Paper' } })).toEqual({
      title: { vi: 'Giấy', en: 'Paper' },
    });
  });
});
