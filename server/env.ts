import 'server-only'
import { existsSync } from 'node:fs'
import { defaultDataDir } from '../db/embedded/data-dir'
import type { Language } from '../db/vocabulary'
import type { Sender } from './mail/mail'
import { type EvidenceSettings, evidenceOf } from './process/settings/evidence-settings'
import { goneSettings, named, settingsShape, settingsTogether } from './process/settings/settings-shape'

/** The names of all settings, as `.env.example` lists them. */
export const settingNames = Object.keys(settingsShape.shape)

export type Settings = EvidenceSettings & {
  host: string
  port: number
  /** An external PostgreSQL; null means the built-in one. */
  databaseUrl: string | null
  dataDir: string
  /** Scheme, host and port that every public address begins with; no slash at the end. */
  publicOrigin: string
  /** Address of the licence under which what is published may be passed on; null where none is named. */
  publicLicence: string | null
  /** In which pages speak that are about all desks, and mails to whom a command made a member. */
  publicLanguage: Language
  /** Addresses and ranges of the proxies that may say for whom they ask; empty when there is none. */
  trustedProxies: string[]
  /** What this process serves: pages, rooms, or both. */
  role: 'all' | 'web' | 'rooms'
  /** Where other processes reach this one, no slash at the end; null when there is no other. */
  advertiseUrl: string | null
  /** By which processes know each other; null when there is only one. */
  clusterSecret: string | null
  /** Bytes that stay free on the disk of the built-in database: with less, rooms can only be read. */
  diskReserve: number
  /** Seed, in hex, of the key that signs the public log; null means one made at first start. */
  logKey: string | null
  /** Under which second factors and the secrets of webhooks are encrypted; null where none was given. */
  secretKey: string | null
  /** The identity provider (OpenID Connect) that people may sign in by; null where there is none. */
  provider: Provider | null
  /** Whether a data set of what is published is made each night. */
  hasDataset: boolean
  /** What orders similar claims by meaning, too; null where words alone do. */
  embedder: 'energetic-ai' | null
  /** Whether links of sources are archived by themselves and looked at each week. */
  watchesLinks: boolean
  /** Whom to tell of a hole, as addresses; empty where nobody is named. */
  securityContacts: string[]
  /** Who answers for what is published, and whom they belong to; without contacts nothing of it is told. */
  trust: { contacts: string[]; belongsTo: string[]; controlledBy: string | null; social: string[] }
  /** The mail server that sends what is written; null means the folder `maildrop` in `dataDir`. */
  smtpUrl: string | null
  /** Whom mail comes from. */
  mailFrom: Sender
  /** `host:port` pairs that may be imported from although they are private; empty outside tests. */
  importAllowPrivate: string[]
  /** `host:port` pairs that webhooks may be sent to although they are private or not encrypted. */
  webhookAllowPrivate: string[]
  logLevel: string
}

/** An identity provider and how it knows us; `issuer` is letter for letter what it calls itself. */
export type Provider = { issuer: string; clientId: string; clientSecret: string; name: string }

/** Reads the settings; throws an Error whose message has one sentence for each bad one. */
export function settings(from: NodeJS.ProcessEnv = process.env): Settings {
  // `NAME=` in a file or shell means "not set".
  const given = Object.fromEntries(Object.entries(from).filter(([, value]) => value !== ''))
  const gone = Object.entries(goneSettings).flatMap(([name, sentence]) => (given[name] ? [sentence] : []))
  if (gone.length) throw new Error(gone.join('\n'))
  const parsed = settingsTogether.safeParse(given)
  if (!parsed.success) throw new Error(parsed.error.issues.map((issue) => issue.message).join('\n'))
  const { HOST, PORT, DATABASE_URL, DATA_DIR, PUBLIC_ORIGIN, LOG_KEY, LOG_LEVEL } = parsed.data
  const { TRUSTED_PROXIES, IMPORT_ALLOW_PRIVATE, ROLE, ADVERTISE_URL, CLUSTER_SECRET } = parsed.data
  const publicOrigin = PUBLIC_ORIGIN?.replace(/\/$/, '') ?? `http://${nameOf(HOST)}:${PORT}`
  return {
    host: HOST,
    port: PORT,
    databaseUrl: DATABASE_URL,
    dataDir: DATA_DIR ?? defaultDataDir(),
    publicOrigin,
    publicLicence: parsed.data.PUBLIC_LICENCE,
    publicLanguage: parsed.data.PUBLIC_LANGUAGE,
    trustedProxies: TRUSTED_PROXIES?.split(',').map((range) => range.trim()) ?? [],
    role: ROLE,
    advertiseUrl: ADVERTISE_URL?.replace(/\/$/, '') ?? null,
    clusterSecret: CLUSTER_SECRET,
    diskReserve: parsed.data.DISK_RESERVE_MB * 1024 * 1024,
    logKey: LOG_KEY,
    secretKey: parsed.data.SECRET_KEY,
    provider: providerIn(parsed.data),
    hasDataset: parsed.data.DATASET === 'nightly',
    embedder: parsed.data.EMBEDDER === 'none' ? null : parsed.data.EMBEDDER,
    watchesLinks: parsed.data.LINK_WATCH === 'weekly',
    ...evidenceOf(parsed.data),
    securityContacts: named(parsed.data.SECURITY_CONTACT),
    trust: {
      contacts: named(parsed.data.TRUST_CONTACT),
      belongsTo: named(parsed.data.TRUST_BELONGS_TO),
      controlledBy: parsed.data.TRUST_CONTROLLED_BY,
      social: named(parsed.data.TRUST_SOCIAL),
    },
    smtpUrl: parsed.data.SMTP_URL,
    mailFrom: parsed.data.MAIL_FROM ?? {
      name: 'Proofroom',
      address: `proofroom@${new URL(publicOrigin).hostname}`,
    },
    importAllowPrivate: IMPORT_ALLOW_PRIVATE?.split(',') ?? [],
    webhookAllowPrivate: parsed.data.WEBHOOK_ALLOW_PRIVATE?.split(',') ?? [],
    logLevel: LOG_LEVEL,
  }
}

type Given = Record<'OIDC_ISSUER' | 'OIDC_CLIENT_ID' | 'OIDC_CLIENT_SECRET' | 'OIDC_NAME', string | null>

function providerIn(given: Given): Provider | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = given
  if (!issuer || !clientId || !clientSecret) return null
  return { issuer, clientId, clientSecret, name: given.OIDC_NAME ?? new URL(issuer).hostname }
}

/** Adds what `.env` in the current folder says to the environment, which wins where both speak. */
export function readEnvFile(): void {
  if (existsSync('.env')) process.loadEnvFile('.env')
}

// A wildcard is where we listen, not where anybody can go.
function nameOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
