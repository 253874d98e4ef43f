import { literalBash } from '../commands/quote.ts';
import { type CollectorFacts, collectorVersions as versions } from '../knowledge/collector.ts';
import type { ServiceId } from '../knowledge/services/index.ts';
import { format, formatVersion } from './format.ts';
import type { Targets } from './targets.ts';

/** JMESPath for the identifier of the first key that the resource names. */
function keyQuery(facts: CollectorFacts): string {
  const text = (path: string): string => `not_null(${path}, '')`;
  return facts.keys
    .map((place) =>
      'identifier' in place
        ? place.identifier
        : `(${place.vaultUri} && join('/', [${place.vaultUri}, 'keys', ${text(place.keyName)}, ${text(place.keyVersion)}]))`,
    )
    .join(' || ');
}

const identityQuery = ({ userAssigned }: CollectorFacts): string =>
  userAssigned === 'first'
    ? 'identity.userAssignedIdentities && keys(identity.userAssignedIdentities)[0]'
    : (userAssigned ?? "''");

/**
 * The collector for bash and the Azure CLI. It stands in a quoted here-document, so that it can be pasted into a terminal
 * as it is: nothing in it is expanded before bash reads it, and `exit` or `set` would not touch the reader's own shell.
 */
export function bashScript(service: ServiceId, facts: CollectorFacts, targets: Targets): string {
  const properties = facts.properties.map((name) => `${name}:properties.${name}`).join(', ');
  return `bash -u <<'COLLECT'
# Reads what the questions need, and prints it as one JSON document. It only reads:
# no command below creates, changes or deletes anything. Paste what it prints into the box of the page.
set -o pipefail
# Git Bash on Windows would take a resource id for a path.
export MSYS_NO_PATHCONV=1

# What is known so far. What is empty is looked up.
RESOURCE_ID=${literalBash(targets.resourceId)}
RESOURCE_NAME=${literalBash(targets.resourceName)}
RESOURCE_TYPE=${literalBash(targets.resourceType)}
SUBSCRIPTION=${literalBash(targets.subscriptionId)}
VAULT=${literalBash(targets.vaultName)}
VAULT_TYPE=${literalBash(targets.vaultType)}
KEY=${literalBash(targets.keyName)}
KEY_VERSION=${literalBash(targets.keyVersion)}
PRINCIPAL_ID=${literalBash(targets.principalId)}

say() { printf '%s\\n' "$*" >&2; }

# A text as a JSON string.
text() {
  printf '"%s"' "$(printf '%s' "$1" | tr '\\n\\r\\t' '   ' | LC_ALL=C tr -d '\\000-\\037\\177' |
    LC_ALL=C cut -c 1-3000 | LC_ALL=C sed -e 's/\\\\/\\\\\\\\/g' -e 's/"/\\\\"/g')"
}
problem() { printf '{"error": %s}' "$(text "$1")"; }

# What a command answers, if it is JSON; otherwise why it does not answer.
ask() {
  local answer
  if test "$SIGNED_IN" = no; then
    problem 'Not asked: you are not signed in.'
  elif answer=$("$@" --only-show-errors --output json </dev/null 2>/dev/null); then
    answer=\${answer%$'\\r'}
    case $answer in
      '') printf 'null' ;;
      '{'*'}' | '['*']' | '"'*'"' | null) printf '%s' "$answer" ;;
      *) problem 'The answer was not JSON.' ;;
    esac
  else
    problem "$("$@" --only-show-errors --output json </dev/null 2>&1 >/dev/null)"
  fi
}

# Single values of what az would answer, a line each; an empty line for what is not there.
see() {
  if test "$SIGNED_IN" = no; then return 0; fi
  "$@" --only-show-errors --output tsv </dev/null 2>/dev/null | tr -d '\\r' | sed 's/^None$//'
}

# The texts of one name in an answer, which has one on each line.
field() { printf '%s\\n' "$2" | sed -n 's/^ *"'"$1"'": "\\([^"]*\\)".*/\\1/p'; }

# Adds a part to the document, and says how it went.
add() {
  DOCUMENT="$DOCUMENT,
\\"$1\\": $2"
  case $2 in
    '{"error": "Not asked'*) say "$1: not asked" ;;
    '{"error"'*AuthorizationFailed* | '{"error"'*Forbidden*) say "$1: you may not read this" ;;
    '{"error"'*) say "$1: could not be read" ;;
    *) say "$1: read" ;;
  esac
}
skip() { add "$1" "$(problem "Not asked: $2")"; }
get() { ask az rest --method get --url "$1?api-version=$2" --query "$3"; }

SIGNED_IN=yes
DOCUMENT=
ACCOUNT=$(ask az account show --query "{tenantId:tenantId, subscriptionId:id, cloud:environmentName}")
case $ACCOUNT in
  '{"error"'*)
    SIGNED_IN=no
    say 'You are not signed in. Run az login, then run this again.'
    ;;
esac
add account "$ACCOUNT"

# The resource, and what it says about its key and its identity.
if test -z "$SUBSCRIPTION"; then
  case $RESOURCE_ID in
    /subscriptions/*) SUBSCRIPTION=\${RESOURCE_ID#/subscriptions/} SUBSCRIPTION=\${SUBSCRIPTION%%/*} ;;
    *) SUBSCRIPTION=$(field subscriptionId "$ACCOUNT") ;;
  esac
fi
if test -z "$RESOURCE_ID" && test -n "$RESOURCE_NAME" && test -n "$SUBSCRIPTION"; then
  RESOURCE_ID=$(see az resource list --subscription "$SUBSCRIPTION" --name "$RESOURCE_NAME" --resource-type "$RESOURCE_TYPE" --query "[0].id") || RESOURCE_ID=
fi
FOUND_KEY=
IDENTITY_ID=
FOUND_PRINCIPALS=
if test -n "$RESOURCE_ID"; then
  add resource "$(get "$RESOURCE_ID" ${facts.apiVersion} "{id:id, type:type, kind:kind, location:location, identity:identity, properties:{${properties}}}")"
  FOUND=$(see az rest --method get --url "$RESOURCE_ID?api-version=${facts.apiVersion}" --query "[${[keyQuery(facts), identityQuery(facts), ...facts.principals].join(', ')}]") || FOUND=
  {
    read -r FOUND_KEY
    read -r IDENTITY_ID
    FOUND_PRINCIPALS=$(cat)
  } <<VALUES
$FOUND
VALUES
${
  facts.namedKeys
    ? `  add namedKeys "$(get "$RESOURCE_ID/${facts.namedKeys}" ${facts.apiVersion} "value[].{name:name, keyVaultUrl:properties.keyVaultUrl, isActiveCMK:properties.isActiveCMK}")"\n`
    : ''
}  add locks "$(get "/subscriptions/$SUBSCRIPTION/providers/Microsoft.Authorization/locks" ${versions.locks} "value[].{id:id, level:properties.level}")"
  add failures "$(ask az monitor activity-log list --resource-id "$RESOURCE_ID" --offset 7d --status Failed --max-events 5 --query "[].{eventTimestamp:eventTimestamp, correlationId:correlationId, operationName:operationName.value, statusMessage:properties.statusMessage}")"
else
  skip resource 'the resource is not known. Fill in its name, or RESOURCE_ID above.'
fi

# The key: what was given counts before what the resource names.
FOUND_HOST=\${FOUND_KEY#https://} FOUND_HOST=\${FOUND_HOST%%/*}
FOUND_VAULT=\${FOUND_HOST%%.*}
case $FOUND_KEY in */keys/*) FOUND_KEY=\${FOUND_KEY#*/keys/} ;; *) FOUND_KEY= ;; esac
if test -z "$VAULT"; then
  VAULT=$FOUND_VAULT
  case $FOUND_HOST in *.managedhsm.*) VAULT_TYPE=Microsoft.KeyVault/managedHSMs ;; esac
fi
if test -z "$KEY"; then KEY=\${FOUND_KEY%%/*}; fi
case $FOUND_KEY in
  "$KEY"/?*) if test -z "$KEY_VERSION" && test "$VAULT" = "$FOUND_VAULT"; then KEY_VERSION=\${FOUND_KEY#*/}; fi ;;
esac
KEY_VERSION=\${KEY_VERSION%/}
case $VAULT$KEY$KEY_VERSION in *[^A-Za-z0-9-]*) VAULT='' KEY='' KEY_VERSION='' ;; esac

# The identities that ask for the key.
if test -n "$IDENTITY_ID"; then
  PART=$(get "$IDENTITY_ID" ${versions.identity} "{id:id, principalId:properties.principalId, clientId:properties.clientId, tenantId:properties.tenantId}")
  add identity "$PART"
  FOUND_PRINCIPALS=$(field principalId "$PART")
fi
${
  facts.applicationId
    ? `PART=$(ask az ad sp show --id ${facts.applicationId} --query "{id:id, appId:appId}")
add application "$PART"
FOUND_PRINCIPALS="$FOUND_PRINCIPALS $(field id "$PART")"
`
    : ''
}if test -n "$PRINCIPAL_ID"; then FOUND_PRINCIPALS=$PRINCIPAL_ID; fi

# The vault, in the subscription of the resource or in another one that you can see.
find_vault() { see az resource list --subscription "$1" --name "$VAULT" --resource-type "$VAULT_TYPE" --query "[0].id"; }
VAULT_ID=
if test -n "$VAULT" && test "$SIGNED_IN" = yes; then
  VAULT_ID=$(find_vault "$SUBSCRIPTION") || VAULT_ID=
  if test -z "$VAULT_ID"; then
    for ID in $(see az account list --query "[?state=='Enabled'].id" | head -n 20); do
      VAULT_ID=$(find_vault "$ID") || VAULT_ID=
      if test -n "$VAULT_ID"; then break; fi
    done
  fi
fi
if test -n "$VAULT_ID"; then
  add vault "$(get "$VAULT_ID" ${versions.keyVault} "{id:id, type:type, location:location, properties:{tenantId:properties.tenantId, provisioningState:properties.provisioningState, enableRbacAuthorization:properties.enableRbacAuthorization, enableSoftDelete:properties.enableSoftDelete, enablePurgeProtection:properties.enablePurgeProtection, publicNetworkAccess:properties.publicNetworkAccess, networkAcls:{bypass:properties.networkAcls.bypass, defaultAction:properties.networkAcls.defaultAction}, accessPolicies:properties.accessPolicies[].{objectId:objectId, applicationId:applicationId, keys:permissions.keys}}}")"
elif test -n "$VAULT" && test "$SIGNED_IN" = yes; then
  add vault "$(problem "NotFound: no vault $VAULT in the subscriptions that you can see.")"
  add deletedVaults "$(get "/subscriptions/$SUBSCRIPTION/providers/Microsoft.KeyVault/deletedVaults" ${versions.keyVault} "value[].{name:name, vaultId:properties.vaultId, deletionDate:properties.deletionDate}")"
else
  skip vault 'the vault is not known.'
fi

# The key, its version, and the deleted keys if it is not there.
if test -n "$VAULT_ID" && test -n "$KEY"; then
  KEY_QUERY="{properties:{attributes:properties.attributes, kty:properties.kty, keySize:properties.keySize, curveName:properties.curveName, keyOps:properties.keyOps, keyUriWithVersion:properties.keyUriWithVersion}}"
  PART=$(get "$VAULT_ID/keys/$KEY" ${versions.keyVault} "$KEY_QUERY")
  add key "$PART"
  if test -n "$KEY_VERSION"; then add keyVersion "$(get "$VAULT_ID/keys/$KEY/versions/$KEY_VERSION" ${versions.keyVault} "$KEY_QUERY")"; fi
  case $VAULT_TYPE:$PART in
    *vaults:'{"error"'*) add deletedKeys "$(ask az keyvault key list-deleted --vault-name "$VAULT" --query "[].{kid:kid, recoveryId:recoveryId, deletedDate:deletedDate}")" ;;
  esac
else
  skip key 'the vault or the key is not known.'
fi

# What the identities may do at the vault. A Managed HSM has roles of its own, which are not read here.
PRINCIPALS=
GRANTS=
ROLES=
for ID in $FOUND_PRINCIPALS; do
  case $ID in *[^A-Za-z0-9-]*) continue ;; esac
  PRINCIPALS="$PRINCIPALS\${PRINCIPALS:+, }$(text "$ID")"
  case $VAULT_ID in */vaults/*) ;; *) continue ;; esac
  PART=$(ask az rest --method get --url "$VAULT_ID/providers/Microsoft.Authorization/roleAssignments" --url-parameters api-version=${versions.authorization} "\\$filter=principalId eq '$ID'" --query "value[].{roleDefinitionId:properties.roleDefinitionId, scope:properties.scope, createdOn:properties.createdOn, condition:properties.condition}")
  GRANTS="$GRANTS\${GRANTS:+, }{\\"principalId\\": $(text "$ID"), \\"roleAssignments\\": $PART}"
  ROLES="$ROLES $(field roleDefinitionId "$PART")"
done
add grants "[$GRANTS]"
DEFINITIONS=
for ID in $(printf '%s\\n' $ROLES | sort -u | head -n 20); do
  DEFINITIONS="$DEFINITIONS\${DEFINITIONS:+, }$(get "$ID" ${versions.authorization} "{id:id, roleName:properties.roleName, permissions:properties.permissions}")"
done
add roles "[$DEFINITIONS]"

# The document. It begins with what it is.
printf '{"format": "${format}", "version": ${formatVersion}, "shell": "az", "service": "${service}",\\n"collectedAt": "%s",\\n"examined": {"resourceId": %s, "vault": %s, "vaultType": %s, "key": %s, "keyVersion": %s, "principals": [%s]}%s}\\n' \\
  "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$(text "$RESOURCE_ID")" "$(text "$VAULT")" "$(text "$VAULT_TYPE")" "$(text "$KEY")" "$(text "$KEY_VERSION")" "$PRINCIPALS" "$DOCUMENT"
say 'Done. Copy the document above, from the first { to the last }, and paste it into the box of the page.'
COLLECT
`;
}
