export { ScenarioPlay, StoryFault, pointsOf, replay, tagValue, type ScenarioResult } from './scenario-play.js';
