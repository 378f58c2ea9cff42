import { fetchRaw } from '../../article/fetch/fetch-raw'
import { isOf } from './ask-timestamp'
import { copyIn, jobIn } from './stamp'

/** The Wayback Machine, or what speaks as it does, and the keys of an account there: "access:secret". */
export type Wayback = { archive: string; keys: string }

const limits = { maxBytes: 1_000_000, timeout: 30_000, maxRedirects: 0 }

/** Asks the Wayback Machine to save a page (Save Page Now 2); the name of that job, or null where it does not take it. */
export async function askToSave({ archive, keys }: Wayback, address: string): Promise<string | null> {
  const form = new URLSearchParams({ url: address, skip_first_archive: '1' })
  const { bytes } = await fetchRaw(
    `${archive}/save`,
    { ...limits, allowPrivate: isOf(archive) },
    {
      headers: { ...signed(keys), 'content-type': 'application/x-www-form-urlencoded' },
      body: Buffer.from(form.toString()),
    },
  )
  return jobIn(jsonIn(bytes))
}

/** Asks how a job stands. */
export async function askForCopy({ archive, keys }: Wayback, job: string) {
  const { bytes } = await fetchRaw(
    `${archive}/save/status/${encodeURIComponent(job)}`,
    { ...limits, allowPrivate: isOf(archive) },
    { headers: signed(keys) },
  )
  return copyIn(archive, jsonIn(bytes))
}

const signed = (keys: string) => ({ accept: 'application/json', authorization: `LOW ${keys}` })

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    // A page instead of an answer says nothing.
    return null
  }
}
