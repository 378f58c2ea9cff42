import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { refuseUnwritable } from '../../server/process/refuse-unwritable'

const folder = mkdtempSync(join(tmpdir(), 'proofroom-data-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a DATA_DIR that is a file, or below one, is refused with a sentence', () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  expect(() => refuseUnwritable(file)).toThrow(`${file} is a file. Name a folder.`)
  expect(() => refuseUnwritable(join(file, 'below'))).toThrow(`${file} is a file. Name a folder.`)
})

test('a DATA_DIR that is there, or that can be made, is taken', () => {
  expect(() => refuseUnwritable(folder)).not.toThrow()
  expect(() => refuseUnwritable(join(folder, 'new', 'one'))).not.toThrow()
})

test.skipIf(!existsSync('/proc/self'))(
  'a DATA_DIR in which not even root can make a folder is refused',
  () => {
    expect(() => refuseUnwritable('/proc/data')).toThrow('nothing can be written in /proc')
  },
)

// Root may write everywhere.
test.skipIf(process.getuid?.() === 0)('a DATA_DIR that this user may not write in is refused', () => {
  chmodSync(folder, 0o500)
  expect(() => refuseUnwritable(join(folder, 'new'))).toThrow('nothing can be written in')
  chmodSync(folder, 0o700)
})
