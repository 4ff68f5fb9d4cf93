// The scenario that the course asks for: played against the law, and then as an experienced cadre would.
import 'reflect-metadata';
import { join } from 'node:path';
import { standing, sync, syncItem } from './learning.mjs';
import { ROOT } from './server-process.mjs';
import { accepted, holds, same } from './steps.mjs';

const API = '/api/v1';
const SCENARIO = 'tranh-chap-va-dinh-cong';
const MOST_TURNS = 60;

export async function playScenario({ steps, world }) {
  const { bestChoices, replay, ScenarioPlay } = await import(join(ROOT, 'dist/catalogue/scenario.service.js'));
  const { cadre, enrolment } = world;
  const lessonId = world.lessons.find(({ slug }) => slug === SCENARIO)?.id;
  const report = (choices) =>
    sync(cadre, [syncItem('scenario', { enrolmentId: enrolment.id, lessonId, choices })], 'applied');
  const results = async () => (await standing(world)).results.filter(({ kind }) => kind === 'scenario');
  let story;
  await steps.take('Plays the scenario and strikes before conciliation: done, and not passed', async () => {
    story = accepted(await cadre.get(`${API}/lessons/${lessonId}`)).scenario?.story;
    const choices = strikingAtOnce(new ScenarioPlay(story));
    const { percent, violations } = replay(story, choices);
    holds('a wrong legal step', violations.includes('dinh-cong-truoc-hoa-giai'), violations);
    await report(choices);
    same('results of scenarios', await results(), []);
    const { lessons } = await standing(world);
    holds('the lesson done', lessons.find((lesson) => lesson.lessonId === lessonId)?.doneAt, lessons);
    return `${percent} %, ${violations.length} wrong legal steps`;
  });
  await steps.take('Plays it again with every step in its order, and passes', async () => {
    await report(bestChoices(story));
    const [result] = await results();
    same('result', [result?.subjectKey, result?.percent], [SCENARIO, 100]);
    return `${result.percent} %`;
  });
}

/** The choices of somebody who always takes the first way offered, which here is the strike. */
function strikingAtOnce(play) {
  const choices = [];
  while (play.choices.length > 0 && choices.length < MOST_TURNS) {
    play.choose(0);
    choices.push(0);
  }
  return choices;
}
