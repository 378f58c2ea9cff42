import { isIP } from 'node:net'
import { z } from 'zod'
import { languages } from '../../../db/vocabulary'
import { isAddressRange } from '../../address/came-from'
import { isLoopback } from '../../address/loopback'
import { senderShape } from '../../mail/mail'
import { evidenceSettings, hasKeysOfBucket, keysOfBucketMissing } from './evidence-settings'

/** What each setting may be; a bad one is named by a sentence. */
export const settingsShape = z.object({
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
  PUBLIC_LICENCE: z
    .url({
      protocol: /^https?$/,
      error:
        'PUBLIC_LICENCE must be the address of a licence, as in https://creativecommons.org/licenses/by/4.0/.',
    })
    .nullable()
    .default(null),
  PUBLIC_LANGUAGE: z
    .enum(languages, { error: `PUBLIC_LANGUAGE must be one of ${languages.join(', ')}.` })
    .default('en'),
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
  SECRET_KEY: z
    .string()
    .min(32, 'SECRET_KEY must have at least 32 characters; keep it, what it encrypts is lost without it.')
    .nullable()
    .default(null),
  OIDC_ISSUER: z
    .string()
    .refine(isIssuer, {
      error:
        'OIDC_ISSUER must be the address of your identity provider, as its discovery document says it: https, or http on this machine.',
    })
    .nullable()
    .default(null),
  OIDC_CLIENT_ID: z.string().nullable().default(null),
  OIDC_CLIENT_SECRET: z.string().nullable().default(null),
  OIDC_NAME: z.string().max(60, 'OIDC_NAME must have at most 60 letters.').nullable().default(null),
  DATASET: z.enum(['nightly', 'none'], { error: 'DATASET must be nightly or none.' }).default('nightly'),
  EMBEDDER: z
    .enum(['energetic-ai', 'none'], { error: 'EMBEDDER must be energetic-ai or none.' })
    .default('none'),
  LINK_WATCH: z.enum(['weekly', 'none'], { error: 'LINK_WATCH must be weekly or none.' }).default('weekly'),
  ...evidenceSettings,
  SECURITY_CONTACT: z
    .string()
    .refine((list) => named(list).every(isContact), {
      error:
        'SECURITY_CONTACT must list https:, mailto: or tel: addresses, separated by commas, as in mailto:security@example.org.',
    })
    .nullable()
    .default(null),
  TRUST_CONTACT: z
    .string()
    .refine((list) => named(list).every(isContact), {
      error:
        'TRUST_CONTACT must list https:, mailto: or tel: addresses, separated by commas, as in mailto:editors@example.org.',
    })
    .nullable()
    .default(null),
  TRUST_BELONGS_TO: addresses('TRUST_BELONGS_TO'),
  TRUST_CONTROLLED_BY: addresses('TRUST_CONTROLLED_BY', 1),
  TRUST_SOCIAL: addresses('TRUST_SOCIAL'),
  SMTP_URL: z
    .string()
    .refine((url) => /^smtps?:\/\//.test(url) && URL.canParse(url) && new URL(url).hostname !== '', {
      error: 'SMTP_URL must name a mail server, as in smtps://name:password@mail.example.org.',
    })
    .nullable()
    .default(null),
  MAIL_FROM: senderShape.nullable().default(null),
  IMPORT_ALLOW_PRIVATE: hostsWithPorts('IMPORT_ALLOW_PRIVATE'),
  WEBHOOK_ALLOW_PRIVATE: hostsWithPorts('WEBHOOK_ALLOW_PRIVATE'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: 'LOG_LEVEL must be trace, debug, info, warn, error, fatal or silent.',
    })
    .default('info'),
})

/** What to do about a setting that there was and is no more. */
export const goneSettings: Record<string, string> = {
  DATASET_LICENCE:
    'DATASET_LICENCE is no setting any more: PUBLIC_LICENCE names the licence of all that is published, also in the data set; DATASET=none makes no data set.',
}

/** The same, with what holds between settings. */
export const settingsTogether = settingsShape.refine(hasKeysOfBucket, { error: keysOfBucketMissing }).refine(
  ({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }) => {
    const given = [OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET].filter((one) => one !== null)
    return given.length === 0 || given.length === 3
  },
  { error: 'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must be set together.' },
)

function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, search, hash } = new URL(text)
  const isPrivate = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
  return isPrivate && search === '' && hash === ''
}

/** What a list of a setting names, separated by commas. */
export const named = (list: string | null): string[] => list?.split(',').map((one) => one.trim()) ?? []

function addresses(name: string, most = 20) {
  const error = `${name} must ${most === 1 ? 'be one https: address' : 'list https: addresses, separated by commas'}.`
  const isGood = (list: string) => named(list).length <= most && named(list).every(isHttps)
  return z.string().refine(isGood, { error }).nullable().default(null)
}

const isContact = (text: string) => /^(mailto|tel):[^\s,]+$/.test(text) || isHttps(text)

const isHttps = (text: string) => URL.canParse(text) && /^https:\/\/\S+$/.test(text)

function hostsWithPorts(name: string) {
  const sentence = `${name} must list hosts with ports, separated by commas, as in 127.0.0.1:8080.`
  return z
    .string()
    .regex(/^[^\s,]+:\d+(,[^\s,]+:\d+)*$/, sentence)
    .nullable()
    .default(null)
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { origin, protocol } = new URL(text)
  return (protocol === 'http:' || protocol === 'https:') && origin === text.replace(/\/$/, '')
}
