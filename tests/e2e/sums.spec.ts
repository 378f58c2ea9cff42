import { expect } from '@playwright/test'
import { enterAs } from './demo'
import { expectToFit, inBothThemes } from './looks'
import { test } from './server'

const page = `<!doctype html><html lang="en"><head><title>After the flood at Dorla</title></head><body><article>
<h1>After the flood at Dorla</h1>
<p>The council of the valley published its count of the houses that the water took in the first week of March.</p>
<p>The count was made by walkers who went from door to door, and the mayor thanked them in the old town hall.</p>
<table><tr><th>District</th><th>Houses lost</th></tr><tr><td>Dorla</td><td>120</td></tr>
<tr><td>Karsell</td><td>85</td></tr><tr><td>Upper Venn</td><td>40</td></tr><tr><td>Total</td><td>254</td></tr></table>
<p>Inspectors found cracks in 18 of 60 beams of the bridge, or 40%, and closed it to lorries until the summer.</p>
</article></body></html>`

test('what does not add up stands beside the claims, and one press makes a claim of it', async ({
  browser,
  server,
}) => {
  const member = await enterAs(browser, server.origin, 'Idris')
  await member.getByRole('button', { name: 'Paste text' }).click()
  await member.getByLabel('Text or HTML of the article').fill(page)
  await member.getByRole('button', { name: 'Import', exact: true }).click()
  await member.getByRole('button', { name: 'Freeze and open' }).click()
  await member.waitForURL(/\/articles\//)

  const sums = member.getByRole('region', { name: 'Does not add up' })
  await expect(sums.getByRole('listitem')).toHaveCount(2)
  await expect(sums.getByText('120 + 85 + 40 is 245, but the total says 254.')).toBeVisible()
  await expect(sums.getByText('18 of 60 is 30 per cent, but it says 40%.')).toBeVisible()
  await inBothThemes(member, expectToFit)
  await sums.getByRole('button', { name: 'Mark as claim: 120 + 85 + 40 is 245' }).press('Enter')

  await expect(member.getByRole('textbox', { name: 'Statement' })).toHaveText(
    '120 + 85 + 40 is 245, but the total says 254.',
  )
  const claims = member.getByRole('navigation', { name: 'Claims' })
  await expect(claims.getByRole('link', { name: /^Claim 1,/ })).toBeVisible()
  await expect(sums.getByRole('button', { name: 'Open claim 1' })).toBeVisible()
  await expect(member.getByText('All changes saved')).toBeVisible()
})
