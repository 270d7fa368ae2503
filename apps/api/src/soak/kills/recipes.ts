import { caseRecipes, clockRecipes } from './case-recipes';
import type { Recipes } from './desk';
import { jobRecipes, peopleRecipes } from './people-recipes';
import { remedyRecipes, reviewRecipes } from './review-recipes';
import { opinionRecipes, signRecipes, taskRecipes } from './task-recipes';

/** How every operation is brought about. */
export const recipes: Recipes = {
  ...signRecipes,
  ...taskRecipes,
  ...opinionRecipes,
  ...caseRecipes,
  ...clockRecipes,
  ...reviewRecipes,
  ...remedyRecipes,
  ...peopleRecipes,
  ...jobRecipes,
};
