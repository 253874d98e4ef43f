import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import type { KnownError } from '../../src/knowledge/errors/error.ts';
import { knownErrors } from '../../src/knowledge/errors/index.ts';

/** Known errors whose text alone cannot lead to the cause that its page names, and why. */
const exceptions: Readonly<Record<string, string>> = {
  Unauthorized: 'The bare word is said of every refusal; what follows it decides.',
  ResourceNotFound: 'Beside a key, what was not found may be the key or its vault.',
  InvalidTemplateDeployment: 'A wrapper: what stands inside decides.',
  OperationNotAllowed: 'Said of quotas and of much else: its message decides.',
  'Identity not found': 'A label of the portal beside an assignment; in an error it is the identity that is gone.',
};

/** How a client prints such an error while a customer-managed key is updated. */
function sentence({ text, kind }: KnownError): string {
  const said = text.replaceAll('…', 'contoso');
  return kind === 'code'
    ? `{"error":{"code":"${said}","message":"The update of the customer-managed key did not succeed."}}`
    : `The update of the customer-managed key did not succeed. ${said}`;
}

describe('a known error, in the sentence of a client', () => {
  it.each(knownErrors.filter(({ text }) => !(text in exceptions)))('“$text” names $cause first or second', (error) => {
    const causes = diagnose(sentence(error)).causes.map(({ id }) => id);
    expect(causes.slice(0, 2)).toContain(error.cause);
  });

  it('has exceptions only for errors that are known', () => {
    const texts = knownErrors.map(({ text }) => text);
    expect(Object.keys(exceptions).filter((text) => !texts.includes(text))).toEqual([]);
  });
});
