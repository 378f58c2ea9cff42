import { HtmlValidate } from 'html-validate'

/** All rules of the strictest set hold, also those of whole documents; these know how our pages are written. */
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // React writes `<meta charSet="utf-8"/>` and `hidden=""`; a parser sees no difference.
    'attr-case': ['error', { style: ['lowercase', 'camelcase'] }],
    'void-style': ['error', { style: 'selfclosing' }],
    'doctype-style': ['error', { style: 'lowercase' }],
    'attribute-boolean-style': ['error', { style: 'empty' }],
    'attribute-empty-style': ['error', { style: 'empty' }],
    // The title of a check is the claim: cut, it would say something else. Search engines cut for themselves.
    'long-title': 'off',
    // A named list is read out by its name (WAI-ARIA 1.2, 5.2.8.4 forbids it for other roles only).
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // What our own server sends needs no second proof that it is ours.
    'require-sri': ['error', { target: 'crossorigin' }],
  },
})

/** What in a whole page is against the HTML standard or the rules of accessible markup, one line each. */
export async function faultsIn(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? 'the page'})`),
  )
}
