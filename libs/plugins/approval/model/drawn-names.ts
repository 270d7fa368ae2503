import type { NameReader } from '@fashen/plugin-api';
import { namesOfPrincipals, wordsOf } from '@fashen/plugins/assignment/model';
import { drawnSigns, textOf } from './lint/drawn-signs';
import { weightOf } from './sign.schema';

/** Who has a veto, must sign, chairs, or counts more than one. */
export const signNames: NameReader = (model) =>
  drawnSigns(model).flatMap((drawn) => {
    const listed = ['veto', 'mandatory', 'chair'].flatMap((name) => wordsOf(textOf(drawn, name)));
    const weighted = wordsOf(textOf(drawn, 'weights')).map((word) => weightOf(word).principal);
    return namesOfPrincipals(drawn.step.id, [...listed, ...weighted]);
  });
