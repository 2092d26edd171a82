import { defineEnum } from '../../../../vocabulary/define-enum.js';

export const ChangesFrom = defineEnum('ChangesFrom', 'Where reading begins without a cursor.', {
  BEGINNING: 'bij de oudste gebeurtenis die nog bewaard wordt',
  NOW: 'bij wat vanaf nu gebeurt',
});
export type ChangesFrom = (typeof ChangesFrom.codes)[number];
