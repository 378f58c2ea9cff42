import 'server-only'
import { existsSync } from 'node:fs'
import { isIP } from 'node:net'
import { z } from 'zod'
import { defaultDataDir } from '../db/embedded/data-dir'
import { isAddressRange } from './process/came-from'

const settingsShape = z.object({
  HOST: z
    .string()
    .refine((host) => !/^[\d.]+$/.test(host) || isIP(host) !== 0, {
      error: 'HOST must be a network address of this machine, such as 127.0.0.1 or 0.0.0.0.',
    })
    .default('127.0.0.1'),
  PORT: z.coerce
    .number('PORT must be a number from 1 to 65535, such as 3000.')
    .refine((port) => Number.isInteger(port) && port >= 1 && port <= 65_535, {
      error: 'PORT must be a number from 1 to 65535, such as 3000.',
    })
    .default(3000),
  DATABASE_URL: z
    .string()
    .regex(
      /^postgres(ql)?:\/\//,
      'DATABASE_URL must begin with postgres://, as in postgres://name@host/database.',
    )
    .nullable()
    .default(null),
  DATA_DIR: z.string().nullable().default(null),
  PUBLIC_ORIGIN: z
    .string()
    .refine(isOrigin, {
      error:
        'PUBLIC_ORIGIN must be the start of every address, without a path, as in https://checks.example.org.',
    })
    .nullable()
    .default(null),
  TRUSTED_PROXIES: z
    .string()
    .refine((list) => list.split(',').every((range) => isAddressRange(range.trim())), {
      error:
        'TRUSTED_PROXIES must list network addresses or ranges, separated by commas, as in 127.0.0.1,10.0.0.0/8.',
    })
    .nullable()
    .default(null),
  ROLE: z.enum(['all', 'web', 'rooms'], { error: 'ROLE must be all, web or rooms.' }).default('all'),
  ADVERTISE_URL: z
    .string()
    .refine(isOrigin, {
      error:
        'ADVERTISE_URL must be where the other processes reach this one, without a path, as in http://10.0.0.5:3000.',
    })
    .nullable()
    .default(null),
  CLUSTER_SECRET: z
    .string()
    .min(32, 'CLUSTER_SECRET must have at least 32 characters, the same for all processes.')
    .nullable()
    .default(null),
  DISK_RESERVE_MB: z.coerce
    .number('DISK_RESERVE_MB must be a number of megabytes, such as 200.')
    .nonnegative('DISK_RESERVE_MB must be a number of megabytes, such as 200.')
    .default(200),
  LOG_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'LOG_KEY must be 64 hexadecimal digits: the 32 secret bytes of an Ed25519 key.')
    .nullable()
    .default(null),
  IMPORT_ALLOW_PRIVATE: z
    .string()
    .regex(
      /^[^\s,]+:\d+(,[^\s,]+:\d+)*$/,
      'IMPORT_ALLOW_PRIVATE must list hosts with ports, separated by commas, as in 127.0.0.1:8080.',
    )
    .nullable()
    .default(null),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: 'LOG_LEVEL must be trace, debug, info, warn, error, fatal or silent.',
    })
    .default('info'),
})

/** The names of all settings, as `.env.example` lists them. */
export const settingNames = Object.keys(settingsShape.shape)

export type Settings = {
  host: string
  port: number
  /** An external PostgreSQL; null means the built-in one. */
  databaseUrl: string | null
  dataDir: string
  /** Scheme, host and port that every public address begins with; no slash at the end. */
  publicOrigin: string
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
  /** `host:port` pairs that may be imported from although they are private; empty outside tests. */
  importAllowPrivate: string[]
  logLevel: string
}

/** Reads the settings; throws an Error whose message has one sentence for each bad one. */
export function settings(from: NodeJS.ProcessEnv = process.env): Settings {
  // `NAME=` in a file or shell means "not set".
  const given = Object.fromEntries(Object.entries(from).filter(([, value]) => value !== ''))
  const parsed = settingsShape.safeParse(given)
  if (!parsed.success) throw new Error(parsed.error.issues.map((issue) => issue.message).join('\n'))
  const { HOST, PORT, DATABASE_URL, DATA_DIR, PUBLIC_ORIGIN, LOG_KEY, LOG_LEVEL } = parsed.data
  const { TRUSTED_PROXIES, IMPORT_ALLOW_PRIVATE, ROLE, ADVERTISE_URL, CLUSTER_SECRET } = parsed.data
  return {
    host: HOST,
    port: PORT,
    databaseUrl: DATABASE_URL,
    dataDir: DATA_DIR ?? defaultDataDir(),
    publicOrigin: PUBLIC_ORIGIN?.replace(/\/$/, '') ?? `http://${nameOf(HOST)}:${PORT}`,
    trustedProxies: TRUSTED_PROXIES?.split(',').map((range) => range.trim()) ?? [],
    role: ROLE,
    advertiseUrl: ADVERTISE_URL?.replace(/\/$/, '') ?? null,
    clusterSecret: CLUSTER_SECRET,
    diskReserve: parsed.data.DISK_RESERVE_MB * 1024 * 1024,
    logKey: LOG_KEY,
    importAllowPrivate: IMPORT_ALLOW_PRIVATE?.split(',') ?? [],
    logLevel: LOG_LEVEL,
  }
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

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { origin, protocol } = new URL(text)
  return (protocol === 'http:' || protocol === 'https:') && origin === text.replace(/\/$/, '')
}
