export {
  MOST_DECISIONS,
  ScenarioPlay,
  StoryFault,
  bestChoices,
  pointsOf,
  replay,
  tagValue,
  type ScenarioResult,
} from './scenario-play.js';
