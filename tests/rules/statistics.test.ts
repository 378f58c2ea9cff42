import { expect, test } from 'vitest'
import { deskAgreement } from '../../server/own-verdict/agreement'
import { renderPlot } from '../../server/statistics/render-plot'
import { lastedInWords, type Statistics, statisticsFile } from '../../server/statistics/statistics'

const hour = 3_600_000

test('a time is said in its two largest units', () => {
  expect(lastedInWords(0)).toBe('under 1 min')
  expect(lastedInWords(59_999)).toBe('under 1 min')
  expect(lastedInWords(5 * 60_000)).toBe('5 min')
  expect(lastedInWords(3 * hour + 20 * 60_000)).toBe('3 h 20 min')
  expect(lastedInWords(24 * hour)).toBe('1 d')
  expect(lastedInWords(51 * hour + 60_000)).toBe('2 d 3 h')
})

const step = { step: 'rated', claims: 3, quarter: hour, half: 2 * hour, threeQuarters: 30 * hour } as const

test('the picture has a title, a description, and a mark and a label for each step', () => {
  const plot = renderPlot([step, { ...step, step: 'decided' }]) ?? ''
  expect(plot).toContain('aria-label="How long each step takes"')
  expect(plot).toContain('The table below has the same numbers.')
  expect(plot).toContain('Marked to rated')
  expect(plot.match(/2 h/g)).toHaveLength(2)
  expect(plot).not.toContain('<style')
})

test('the axis of the picture counts in what the longest step takes', () => {
  const axis = (longest: number) => {
    const plot =
      renderPlot([{ ...step, quarter: longest / 3, half: longest / 2, threeQuarters: longest }]) ?? ''
    const [, unit] = /(Minutes|Hours|Days)/.exec(plot) ?? []
    const ticks = [...plot.matchAll(/<text[^>]*>([\d.]+)<\/text>/g)].map(([, tick]) => Number(tick))
    return { unit, last: Math.max(...ticks) }
  }
  expect(axis(400)).toEqual({ unit: 'Minutes', last: 1 })
  expect(axis(90 * 60_000)).toEqual({ unit: 'Minutes', last: 80 })
  expect(axis(30 * hour)).toEqual({ unit: 'Hours', last: 30 })
  expect(axis(240 * hour)).toEqual({ unit: 'Days', last: 10 })
})

test('without steps there is no picture', () => {
  expect(renderPlot([])).toBeNull()
})

test('the file has a line for each figure, times in hours', () => {
  const statistics: Statistics = {
    at: new Date('2026-03-06T12:00:00Z'),
    stages: [{ stage: 'to-check', claims: 2, oldest: new Date('2026-03-06T10:30:00Z') }],
    waiting: { count: 1, longest: [] },
    weeks: [{ monday: '2026-03-02', first: 4, corrections: 1 }],
    steps: [step],
    agreement: deskAgreement([]),
  }
  expect(statisticsFile(statistics).split('\r\n')).toEqual([
    'figure,of,count,hours,"hours, quarter","hours, three quarters"',
    '"stage, oldest",to-check,2,1.5,,',
    'published,2026-03-02,4,,,',
    'corrected,2026-03-02,1,,,',
    'step,rated,3,2,1,30',
    'figure,of,claims,agreed,kappa,',
    'agreement,the claim’s verdict and one given blind,0,0,,',
    'agreement,first and second verdict,0,0,,',
    'agreement,first verdict and decision,0,0,,',
    'agreement,second verdict and decision,0,0,,',
    '',
  ])
})
