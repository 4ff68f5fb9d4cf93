export { ScenarioPlay, StoryFault, replay, tagValue } from './scenario-play.js';
