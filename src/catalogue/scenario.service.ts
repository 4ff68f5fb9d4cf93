export { ScenarioPlay, StoryFault, replay, tagValue, type ScenarioResult } from './scenario-play.js';
