export { ScenarioPlay, StoryFault, replay } from './scenario-play.js';
