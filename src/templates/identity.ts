import type { Choices } from './choices.ts';
import { type Expression, id, keyed, param, type Structure } from './model.ts';

/** The resource id of the user-assigned identity that reads the key. */
export const identityId = ({ origin, scenario }: Choices): Expression =>
  origin === 'new' && scenario === 'redeploy' ? id('identity') : param('identityId');

/**
 * The identity block of a resource.
 *
 * @param userAssigned what the service calls the type when a user-assigned identity is there
 */
export const identityBlock = (choices: Choices, userAssigned = 'UserAssigned'): Structure =>
  choices.identity === 'system-assigned'
    ? { type: 'SystemAssigned' }
    : { type: userAssigned, userAssignedIdentities: keyed(identityId(choices), {}) };
