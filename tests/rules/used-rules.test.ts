import { expect, test } from 'vitest'
import { rulesOf, usedRules } from '../../server/publication/pages/used-rules'

const html = '<body class="pub"><p class="lead big">Words</p></body>'

test.each([
  ['p{color:red}', 'p{color:red}'],
  ['.lead{color:red}', '.lead{color:red}'],
  ['.gone{color:red}', ''],
  ['.lead .gone{color:red}', ''],
  ['.gone,.lead{color:red}', '.lead{color:red}'],
  ['.lead:not(.gone){color:red}', '.lead:not(.gone){color:red}'],
  ['p:is(.gone, .lead){color:red}', 'p:is(.gone, .lead){color:red}'],
  ['[dir="rtl"] .big::after{content:"."}', '[dir="rtl"] .big::after{content:"."}'],
  ['@media print{.gone{color:red}p{margin:0}}', '@media print{p{margin:0}}'],
  ['@media print{.gone{color:red}}', ''],
  ['@media (min-width: 9px){@font-face{src:url(x)}}', '@media (min-width: 9px){@font-face{src:url(x)}}'],
  ['@page{margin:1cm}', '@page{margin:1cm}'],
])('of %s a page that has leads keeps "%s"', (css, kept) => {
  expect(usedRules(rulesOf(css), html)).toBe(kept)
})

test('rules keep their order, as the later one wins', () => {
  const css = '.big{a:1} .gone{a:2}\n.lead{a:3} .big{a:4}'
  expect(usedRules(rulesOf(css), html)).toBe('.big{a:1}.lead{a:3}.big{a:4}')
})

test('a style sheet whose brace is not closed is not taken', () => {
  expect(() => rulesOf('.lead{color:red')).toThrow('not closed')
})
