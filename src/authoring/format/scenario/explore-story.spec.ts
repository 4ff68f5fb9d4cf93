import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { ScenarioPlay, replay } from '../../../catalogue/scenario.service.js';
import { compileStory } from './compile-story.js';
import { exploreStory, type BranchFault } from './explore-story.js';

const library = await readFile('content/scenarios/phap-luat.ink', 'utf8');
const INCLUDES = new Map([['phap-luat.ink', library]]);

/** A story with the given scenes between its beginning and its end. */
const storyOf = (scenes: string) => `INCLUDE phap-luat.ink
VAR tin_cay = 50
-> mo_dau
=== mo_dau
Sáng thứ Hai.
${scenes}
=== het
Vụ việc khép lại. # ket-thuc: xong
-> END
`;

function compiled(source: string): { json: string; knots: string[]; choices: string[] } {
  const { story, faults } = compileStory('thu.ink', source, INCLUDES);
  expect(faults).toEqual([]);
  if (!story) throw new Error('no story');
  return story;
}

function faultsOf(scenes: string): BranchFault[] {
  const story = compiled(storyOf(scenes));
  return exploreStory(story.json, story).faults;
}

describe('a walk through a story', () => {
  it('visits every branch, and says what it cites and how it ends', () => {
    const story = compiled(
      storyOf(`* [Hoà giải # diem: 2] Đúng. # luat: vn.blld.2019.d188, vn.blld.2019.d190
  -> het
* [Bỏ qua # diem: 0] -> het`),
    );
    const walk = exploreStory(story.json, story);
    expect(walk.faults).toEqual([]);
    expect([...walk.endings]).toEqual(['xong']);
    expect([...walk.cited].sort()).toEqual(['vn.blld.2019.d188', 'vn.blld.2019.d190']);
  });

  it.each([
    ['a dead end', '* [Chờ] Rồi thôi.\n* [Làm] -> het', { kind: 'dead-end', place: 'Chờ', path: ['Chờ'] }],
    ['an end without an ending', '* [Chờ] -> END\n* [Làm] -> het', { kind: 'dead-end', path: ['Chờ'] }],
    ['an endless loop', '* [Chờ] -> vong\n* [Làm] -> het\n=== vong\n-> vong', { kind: 'failure', path: ['Chờ'] }],
    ['a loop of choices', '-> vong\n=== vong\n+ [Nữa] {1:-> vong}\n+ [Làm] -> het', { kind: 'loop' }],
    ['a knot that nobody reaches', '* [Làm] -> het\n=== xa\nXa. -> het', { kind: 'unreachable', place: 'xa' }],
    [
      'a choice never offered',
      '* [Làm] -> het\n* {tin_cay > 90} [Bay] -> het',
      { kind: 'unoffered', place: 'mo_dau.0.c-1' },
    ],
  ])('finds %s', (_, scenes, fault) => {
    if (fault.kind === 'loop') scenes = scenes.replace('+ [Nữa]', '+ [Nữa]\n  ~ tin_cay++\n  ');
    expect(faultsOf(scenes)).toContainEqual(expect.objectContaining(fault));
  });

  it('refuses what does not compile, is not there, or leaves something to chance', () => {
    const faultsIn = (source: string) => compileStory('thu.ink', source, INCLUDES).faults;
    expect(faultsIn('-> nowhere\n')[0]).toMatchObject({ file: 'thu.ink', line: 1 });
    expect(faultsIn('INCLUDE khac.ink\n')[0]?.message).toContain('khac.ink');
    expect(faultsIn('Một.\n{RANDOM(1, 6)}\n-> END\n')).toEqual([expect.objectContaining({ line: 2 })]);
    expect(faultsIn('Phạt thêm, 20.000 đồng.\n-> END\n')).toEqual([expect.objectContaining({ line: 1 })]);
  });
});

describe('the legal steps', () => {
  const play = (steps: string) => {
    const story = compiled(
      storyOf(`${steps}
~ temp hop_phap = bat_dau_dinh_cong()
{hop_phap: Hợp pháp|Bất hợp pháp}.
* [Kết thúc] -> het`),
    );
    const begun = new ScenarioPlay(story.json);
    return { violations: begun.violations, lawful: begun.lines.some(({ text }) => text === 'Hợp pháp.') };
  };
  const LAWFUL = [
    '~ phat_sinh_tranh_chap_loi_ich()',
    '~ gui_yeu_cau_hoa_giai()',
    '~ qua_ngay_lam_viec(5)',
    '~ hoa_giai_khong_thanh()',
    '~ bao_lay_y_kien()',
    '~ qua_ngay(2)',
    '~ lay_y_kien_dinh_cong(51)',
    '~ gui_quyet_dinh_dinh_cong()',
    '~ qua_ngay_lam_viec(5)',
  ];
  const without = (step: string) => LAWFUL.filter((line) => !line.includes(step)).join('\n');

  it('let a strike begin in the order of Articles 199 to 202', () => {
    expect(play(LAWFUL.join('\n'))).toEqual({ violations: [], lawful: true });
  });

  it.each([
    [
      'before mediation',
      without('hoa_giai_khong_thanh'),
      ['lay-y-kien-truoc-hoa-giai', 'dinh-cong-truoc-hoa-giai', 'lay-y-kien-sai-trinh-tu'],
    ],
    ['over a right', without('tranh_chap_loi_ich'), ['khong-phai-loi-ich']],
    ['with half of those asked', LAWFUL.join('\n').replace('51', '50'), ['chua-qua-nua', 'khong-qua-nua']],
    [
      'without saying that opinions will be asked',
      without('bao_lay_y_kien'),
      ['lay-y-kien-khong-bao', 'lay-y-kien-sai-trinh-tu'],
    ],
    [
      'on the day before the fifth working day',
      LAWFUL.slice(0, -1).join('\n') + '\n~ qua_ngay(6)',
      ['bao-truoc-thieu'],
    ],
    ['during arbitration', LAWFUL.join('\n') + '\n~ dua_ra_trong_tai()', ['dang-trong-tai']],
  ])('catch a strike %s', (_, steps, violations) => {
    expect(play(steps)).toEqual({ violations, lawful: false });
  });
});

describe('a replay', () => {
  const story = compiled(
    storyOf(`* [Tốt # diem: 2] -> hai
* [Tạm # diem: 1] -> hai
* [Xấu # diem: 0] -> het
=== hai
Rồi sao?
* [Tốt # diem: 2] -> het
* [Xấu # diem: 0] -> het`),
  ).json;

  it.each([
    [[0, 0], 100],
    [[1, 0], 75],
    [[0, 1], 50],
    [[2], 0],
  ])('of %j gives %d percent of the points on that way', (choices, percent) => {
    expect(replay(story, choices)).toEqual({ ending: 'xong', percent, violations: [] });
  });

  it('has no ending before the end, and refuses choices that are not there', () => {
    expect(replay(story, [0]).ending).toBeNull();
    expect(() => replay(story, [0, 7])).toThrow(RangeError);
    expect(() => replay(story, [2, 0])).toThrow(RangeError);
  });
});
