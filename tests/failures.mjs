/** What failed in a report of Vitest or Playwright (as JSON), each with the file, the name and the first words of the error. */
export function failuresIn(report) {
  if (report.testResults) return report.testResults.flatMap(inVitestFile)
  return (report.suites ?? []).flatMap((suite) => inSuite(suite, []))
}

function inVitestFile({ name, message, assertionResults }) {
  const failed = assertionResults.filter(({ status }) => status === 'failed')
  if (assertionResults.length === 0 && message) return [said(name, '', message)]
  return failed.map((test) => said(name, test.fullName, test.failureMessages.join('\n')))
}

function inSuite({ file, specs = [], suites = [] }, names) {
  const failed = specs.filter(({ ok }) => !ok)
  return [
    ...failed.map(({ title, tests }) => said(file, [...names, title].join(' › '), messagesOf(tests))),
    ...suites.flatMap((suite) => inSuite(suite, [...names, suite.title])),
  ]
}

const messagesOf = (tests) =>
  tests
    .flatMap(({ results }) => results.flatMap(({ errors }) => errors.map(({ message }) => message)))
    .join('\n')

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal begin with one.
const colours = /\u001b\[\d*m/g

function said(file, name, message) {
  const lines = message.replace(colours, '').split('\n').slice(0, 12)
  return [`${file} › ${name}`, ...lines.map((line) => `    ${line}`)].join('\n')
}
