import { afterAll } from 'vitest'

// Several files run one after another in one process: what one sets there is not to be met by the next.
const folder = process.cwd()
const environment = { ...process.env }

afterAll(() => {
  process.chdir(folder)
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name]
  Object.assign(process.env, environment)
  process.exitCode = undefined
})
