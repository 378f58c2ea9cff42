import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { stackAsWritten } from '../../server/fault/read-stack'

/** A module that was built, minified, into a folder with brackets in its name, as Next has them. */
async function built(source: string) {
  const folder = mkdtempSync(join(tmpdir(), 'stack (public) [claim] '))
  writeFileSync(join(folder, 'written.ts'), source)
  await build({
    ...{ entryPoints: [join(folder, 'written.ts')], outfile: join(folder, 'built.mjs'), logLevel: 'silent' },
    ...{ bundle: true, minify: true, format: 'esm', sourcemap: 'linked' },
  })
  return { folder, file: join(folder, 'built.mjs') }
}

const source = `// A first line.
export function fails(): never {
  throw new Error('as it was written')
}
`

test('a stack leads to the line that was written, whether its places are paths or addresses of files', async () => {
  const { file } = await built(source)
  const address = pathToFileURL(file).href
  // The process of the tests reads maps by itself.
  const fail = `import(${JSON.stringify(address)}).then(({ fails }) => fails()).catch(({ stack }) => console.log(stack))`
  const stack = execFileSync(process.execPath, ['--eval', fail], { encoding: 'utf8' })
  expect(stack).toContain('built.mjs:')
  for (const one of [stack, stack.replaceAll(address, file)])
    expect(stackAsWritten(one)).toMatch(/^Error: as it was written\n {4}at .*written\.ts:3:9\)?$/m)
})

test('what has no map, or one that is none, stays as it is', async () => {
  const { folder, file } = await built(source)
  writeFileSync(join(folder, 'broken.js'), '')
  writeFileSync(join(folder, 'broken.js.map'), '{"version":')
  for (const place of [join(folder, 'broken.js'), join(folder, 'none.js'), 'node:internal/process', ''])
    expect(stackAsWritten(`Error: no\n    at f (${place}:1:1)`)).toBe(`Error: no\n    at f (${place}:1:1)`)
  // A place that the map does not know.
  expect(stackAsWritten(`Error: no\n    at ${file}:900:1`)).toMatch(/^Error: no\n {4}at /)
  expect(stackAsWritten('Error: /etc/hosts:1:1 cannot be read')).toBe('Error: /etc/hosts:1:1 cannot be read')
})
