import { AUTHORING } from './authoring.recipes.js';
import { CLASSES } from './classes.recipes.js';
import { CREDENTIALS } from './credentials.recipes.js';
import { IDENTITY } from './identity.recipes.js';
import { INTERCHANGE } from './interchange.recipes.js';
import { LEARNING_RECIPES } from './learning.recipes.js';
import { ORGANISATION } from './organisation.recipes.js';
import { PEOPLE } from './people.recipes.js';
import type { Recipe } from './rules.js';

/** Every operation of the OpenAPI document, with the rules it must keep. One that is missing here fails the build. */
export const RECIPES: Record<string, Recipe[]> = {
  ...ORGANISATION,
  ...IDENTITY,
  ...PEOPLE,
  ...LEARNING_RECIPES,
  ...AUTHORING,
  ...CLASSES,
  ...CREDENTIALS,
  ...INTERCHANGE,
};
