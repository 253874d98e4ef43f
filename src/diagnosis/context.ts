/** What a text is about as a whole. Words of a refusal mean little in a text that is about something else. */
export interface Context {
  /** It speaks of Azure: of its resources, its hosts, its clients. */
  readonly azure: boolean;
  /** It speaks of a key store, of grants on it or of encryption. */
  readonly keys: boolean;
  /** It names a key of the reader's own that encrypts. */
  readonly ownKey: boolean;
  /** What the operation is about is a secret or a certificate of a vault, not a key. */
  readonly secret: boolean;
}

/** One of these is enough. */
const azureWord =
  /azure|microsoft\.|aka\.ms|windows\.net|resource ?group|key ?vault|customer[-_ ]?managed|managed (?:identity|hsm|service identity)|\bcmk|synapse|databricks|cosmos ?db|aadsts|\bakv|forbiddenby|provisioning ?state|\baz \w{2,20} \w|entra id|assigned identity|encryption ?key|autorest|passkey|ssemuser|role assignment|statuscode=\d{3} -- original/i;
/** Other programs use these as well; two different ones make it likely. */
const azureHints: readonly RegExp[] = [
  /\bsubscriptions?\b/i,
  /\bworkspace\b/i,
  /\btenant\b/i,
  /\bnamespace\b/i,
  /\bidentity\b/i,
  /\bpolicy\b/i,
  /\bresource\b/i,
  /\bencrypt/i,
  /\bactivation\b/i,
];
const keyWords =
  /vault|\bhsm\b|managedhsm|encrypt|\bcmk|cmk\b|customer[-_ ]?managed|wrap|\bbyok\b|\btde\b|\bkek\b|\bakv\b|keyidentifier|key (?:size|type|version)|\bkms\b|\brbac\b|role assignment|access polic|\b(?:the|this|that|your|a|provided|specified) key\b(?! ?value)|key[_ ]?ops|\bkey nbf\b/i;

const ownKeyWords =
  /customer[-_ ]?managed[-_ ]?key|\bcmk\b|(?<!client |column |always |provided )encryption[- ]?keys?\b|\b(?:un)?wrap ?key\b|keyvaultproperties/i;

const secretWords =
  /\bsecrets?\b(?! ?key)|(?:get|set|list)secret|vault\w{0,12}(?:secret|certificate)|\bcertificates?\b|secret(?:disabled|notfound)/i;
/** Words of an operation on a key; “key vault” and “key name” do not count. */
const keyOperation =
  /\bkeys\/|\bwrap|unwrap|customer[-_ ]?managed|encrypt|\bcmk|\bkek\b|\btde\b|\bkeys (?:get|list)|#\w{0,12}key\b|getkey|\ba key with|key ?identifier|\b(?:the|this|disabled|expired) key\b(?! ?vault)|\bbyok\b|key ?ur[il]|vaultkey/i;

/**
 * What a flattened text is about.
 *
 * @example readContext('The key vault is gone') // { azure: true, keys: true, ownKey: false, secret: false }
 */
export function readContext(text: string): Context {
  const azure = azureWord.test(text) || azureHints.filter((hint) => hint.test(text)).length >= 2;
  return {
    azure,
    keys: keyWords.test(text),
    ownKey: ownKeyWords.test(text),
    secret: secretWords.test(text) && !keyOperation.test(text),
  };
}
