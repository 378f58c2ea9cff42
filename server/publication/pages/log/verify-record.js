// Checks one version of a claim or dossier in the reader's browser: its record against the proof that it is in the newsroom's log.
// The only script on a public page. It shares no code with the server, and asks nobody once the files are here.

const part = (id) => document.getElementById(id)
const words = JSON.parse(part('words').textContent)
const say = (name, values = {}) => words[name].replace(/\{(\w+)\}/g, (_, value) => String(values[value]))

const utf8 = new TextEncoder()
const fromBase64 = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
const toBase64 = (bytes) => btoa(String.fromCharCode(...bytes))
const hexOf = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
const joined = (...parts) => Uint8Array.from(parts.flatMap((bytes) => [...bytes]))
const sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))

/** RFC 8785: members in the order of their names, no spaces. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const members = Object.keys(value).sort()
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`
}

/** The root that an entry makes with what stands beside it on its way (RFC 9162, 2.1.3.2); null where none. */
async function climb(index, size, leaf, beside) {
  if (index >= size) return null
  let [at, last, hash] = [index, size - 1, leaf]
  for (const other of beside) {
    if (last === 0) return null
    const isRight = at % 2 === 1 || at === last
    hash = await sha256(isRight ? joined([1], other, hash) : joined([1], hash, other))
    while (isRight && at % 2 === 0 && at !== 0) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
    ;[at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  }
  return last === 0 ? toBase64(hash) : null
}

/** A proof as C2SP tlog-proof writes it: an entry, its way to the root, and the signed checkpoint over that. */
function readProof(text) {
  const [head, ...rest] = text.split('\n\n')
  const [version, extra = '', index = '', ...beside] = head.split('\n')
  if (version !== 'c2sp.org/tlog-proof@v1') throw new Error('no proof')
  const bytes = fromBase64(extra.slice('extra '.length))
  const [origin, size, root] = rest[0].split('\n')
  const entry = JSON.parse(new TextDecoder().decode(bytes))
  const note = { text: `${rest[0]}\n`, signatures: rest[1] ?? '', origin, size: Number(size), root }
  return { entry, bytes, index: Number(index.slice('index '.length)), beside: beside.map(fromBase64), note }
}

/** Whether the newsroom's key has signed a checkpoint; null where this browser cannot say. */
async function isSigned({ text, signatures, origin }, verifier) {
  const [name, id, ...rest] = verifier.trim().split('+')
  const key = fromBase64(rest.join('+'))
  const own = await sha256(joined(utf8.encode(`${name}\n`), key))
  if (origin !== name || key.length !== 33 || key[0] !== 1 || hexOf(own.slice(0, 4)) !== id) return false
  const line = signatures.split('\n').find((one) => one.startsWith(`— ${name} `))
  const signature = line ? fromBase64(line.split(' ')[2]) : new Uint8Array(4)
  if (hexOf(signature.slice(0, 4)) !== id) return false
  const imported = await crypto.subtle
    .importKey('raw', key.slice(1), { name: 'Ed25519' }, false, ['verify'])
    .catch(() => null)
  if (!imported) return null
  return crypto.subtle.verify({ name: 'Ed25519' }, imported, signature.slice(4), utf8.encode(text))
}

/** Whether a record is what an entry seals, whole, and the checked words in it. */
async function seals({ body }, record) {
  const hash = async (value) => hexOf(await sha256(utf8.encode(canonical(value))))
  const isItsOwn = ['claim', 'dossier', 'version'].every((name) => record[name] === body[name])
  const isSame = isItsOwn && (await hash(record)) === body.recordHash
  const content = body.dossier === undefined ? record.content?.claim : record.content
  return { isSame, hasWords: (await hash(content ?? null)) === body.contentHash }
}

/** Checks that an entry is in the log that is signed: one line for each question. */
async function inLog(proof, key) {
  const { entry, bytes, index, beside, note } = proof
  const root = await climb(index, note.size, await sha256(joined([0], bytes)), beside)
  const isThere = entry.index === index && root === note.root
  const signed = await isSigned(note, key)
  const values = { index, size: note.size, origin: note.origin }
  return [
    { is: isThere, text: say(isThere ? 'inLog' : 'notInLog', values) },
    { is: signed, text: say(signed === null ? 'unsigned' : signed ? 'signed' : 'notSigned', values) },
  ]
}

/** Everything that is found: whether it holds, whether words were removed, and each answer. */
async function check({ record, proof, redaction }, key) {
  const lines = []
  const own = await seals(proof.entry, record)
  const left = redaction ? await seals(redaction.entry, record) : null
  const { claim, dossier, version } = proof.entry.body
  const isDossier = dossier !== undefined
  const isAbout = redaction?.entry.body.redacts === proof.entry.index
  const isLater = redaction?.entry.kind === 'redaction' && redaction.index > proof.index
  const isRedacted = Boolean(!own.isSame && left?.isSame && isAbout && isLater)
  const values = { claim, dossier, version, index: proof.entry.index }
  if (own.isSame) lines.push({ is: true, text: say(isDossier ? 'sameDossier' : 'same', values) })
  else if (isRedacted) {
    const { law, court, number } = redaction.entry.body.ground
    const ground = [law, court, number].filter(Boolean).join(', ')
    const name = isDossier ? 'redactedDossier' : 'redacted'
    lines.push({ is: true, text: say(name, { ...values, by: redaction.index, ground }) })
    lines.push(...(await inLog(redaction, key)))
  } else {
    lines.push({ is: false, text: say(isDossier ? 'otherDossier' : 'other', values) })
    const hasWords = own.hasWords || left?.hasWords
    if (!isDossier) lines.push({ is: false, text: say(hasWords ? 'otherAround' : 'otherWords', values) })
  }
  lines.push(...(await inLog(proof, key)))
  return { holds: lines.every(({ is }) => is !== false), isRedacted, lines }
}

function show({ holds, isRedacted, lines }) {
  const title = document.createElement('h2')
  title.textContent = say(holds ? (isRedacted ? 'holdsRedacted' : 'holds') : 'fails')
  const list = document.createElement('ul')
  for (const { is, text } of lines) {
    const item = document.createElement('li')
    item.textContent = `${say(is === null ? 'unknown' : is ? 'yes' : 'no')} ${text}`
    list.append(item)
  }
  part('answer').className = holds ? 'state' : 'refused'
  part('answer').replaceChildren(title, list)
}

const tell = (name) => {
  const line = document.createElement('p')
  line.textContent = say(name)
  part('answer').className = 'refused'
  part('answer').replaceChildren(line)
}

const files = { record: null, proof: null, redaction: null }

/** Takes a file for what it is, whatever it is called. */
function take(text) {
  if (!text.startsWith('c2sp.org/')) {
    files.record = JSON.parse(text)
    return
  }
  const proof = readProof(text)
  files[proof.entry.kind === 'redaction' ? 'redaction' : 'proof'] = proof
}

async function checkAll(texts) {
  if (!globalThis.crypto?.subtle) return tell('noCrypto')
  try {
    for (const text of texts) take(text)
    if (!files.record) return tell('needsRecord')
    if (!files.proof) return tell('needsProof')
    show(await check(files, part('key').value))
  } catch {
    tell('unreadable')
  }
}

const checkFiles = async (chosen) => {
  if (chosen.length > 1) Object.assign(files, { record: null, proof: null, redaction: null })
  await checkAll(await Promise.all([...chosen].map((file) => file.text())))
}

/** Fetches the files of the version that the address names: from here on nothing is asked for. */
async function fetchNamed(path) {
  const read = async (name) => {
    const response = await fetch(`${path}/${name}`)
    return response.ok ? [await response.text()] : []
  }
  try {
    const found = await Promise.all(['record.json', 'proof.txt', 'redaction.txt'].map(read))
    await checkAll(found.flat())
  } catch {
    tell('unreachable')
  }
}

part('files').addEventListener('change', ({ target }) => checkFiles(target.files))
part('key').addEventListener('change', () => checkAll([]))
document.addEventListener('dragover', (event) => event.preventDefault())
document.addEventListener('drop', (event) => {
  event.preventDefault()
  checkFiles(event.dataTransfer.files)
})
part('no-script').hidden = true
part('check').hidden = false
const named = new URLSearchParams(location.search)
const [claim, dossier, version] = ['claim', 'dossier', 'version'].map((name) => named.get(name) ?? '')
const subject = claim ? `/c/${claim}` : `/d/${dossier}`
if (/^\/[cd]\/\d+$/.test(subject) && /^\d+$/.test(version)) fetchNamed(`${subject}/v/${version}`)
