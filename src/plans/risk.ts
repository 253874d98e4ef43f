import type { Risk } from './plan.ts';

/** How a risk is called on a page. */
export const riskLabels: Readonly<Record<Risk, string>> = {
  safe: 'safe, changes nothing',
  'changes-access': 'changes access',
  'changes-workspace': 'changes the workspace',
  'destroys-data': 'destroys data',
};
