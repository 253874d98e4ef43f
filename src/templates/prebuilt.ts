import { serviceScenarios } from '../knowledge/scenarios/index.ts';
import { type ServiceId, serviceIds, services } from '../knowledge/services/index.ts';
import { type Choices, combinationName, combinations, defaultsOf, refusal, scenarios, settle } from './choices.ts';
import { armTemplate } from './emit-arm.ts';
import { templateOf } from './generate.ts';
import { serviceTemplates } from './services/index.ts';

/** A template that lies ready at an address that stays. */
export interface Prebuilt {
  /** `/templates/storage/grant.json`. */
  readonly path: string;
  readonly service: ServiceId;
  readonly name: string;
  readonly title: string;
  readonly choices: Choices;
}

/** The identity with which everything fits into one deployment. */
function inOne(choices: Choices): Choices {
  const { identities } = serviceScenarios[choices.service];
  const all =
    identities.length > 0 ? identities.map((identity) => settle({ ...choices, identity })) : [settle(choices)];
  return (
    all.find((one) => refusal(one) === null && !(serviceTemplates[one.service].staged?.(one) ?? false)) ??
    settle(choices)
  );
}

function grants(service: ServiceId): [string, string, Choices][] {
  const base = settle(defaultsOf(service, 'grant'));
  const policy = settle({ ...base, permissionModel: 'access-policy' });
  return [
    ['grant', `${scenarios.grant.title}: a role in a vault with Azure RBAC`, base],
    ...(policy.permissionModel === 'access-policy'
      ? [['grant-access-policy', `${scenarios.grant.title}: an access policy`, policy] as [string, string, Choices]]
      : []),
  ];
}

function redeployments(service: ServiceId): [string, string, Choices][] {
  const { variants } = serviceScenarios[service];
  const ids = Object.keys(variants);
  const list = ids.length > 0 ? ids : [''];
  return list.flatMap((variant, index): [string, string, Choices][] => {
    const choices = inOne({ ...defaultsOf(service, 'redeploy'), origin: 'new', variant });
    if (choices.variant !== variant) return [];
    const name = index === 0 ? 'redeploy-new' : `redeploy-new-${variant}`;
    const kind = variant ? ` (${variants[variant]})` : '';
    return [[name, `${scenarios.redeploy.title}, in a new vault${kind}`, choices]];
  });
}

/** Every template that lies ready: grants, and a new resource in a new vault. */
export const prebuilt: readonly Prebuilt[] = serviceIds.flatMap((service) =>
  [...grants(service), ...redeployments(service)].map(([name, title, choices]) => ({
    path: `/templates/${service}/${name}.json`,
    service,
    name,
    title,
    choices,
  })),
);

/** The text of a template that lies ready. */
export function prebuiltText({ choices }: Prebuilt): string {
  const template = templateOf(choices);
  if (!template) throw new Error(`${combinationName(choices)} has no template.`);
  return `${JSON.stringify(armTemplate(template), null, 2)}\n`;
}

/**
 * The page of the portal that deploys a template. The portal reads it from the reader's browser, so the site has to be
 * hosted with leave for other origins to read.
 *
 * @example deployLink('https://example.com/templates/storage/grant.json')
 */
export const deployLink = (url: string): string =>
  `https://portal.azure.com/#create/Microsoft.Template/uri/${encodeURIComponent(url)}`;

/** The catalogue: every combination, and where the ready-made ones lie. */
export function catalogue(origin: string): object {
  return {
    services: serviceIds.map((service) => ({
      id: service,
      name: services[service].name,
      refused: serviceScenarios[service].refused,
      combinations: combinations()
        .filter((choices) => choices.service === service)
        .map((choices) => ({ name: combinationName(choices), ...choices })),
      templates: prebuilt
        .filter((one) => one.service === service)
        .map(({ path, title, choices }) => ({
          url: new URL(path, origin).href,
          title,
          combination: combinationName(choices),
          deploy: deployLink(new URL(path, origin).href),
        })),
    })),
  };
}
