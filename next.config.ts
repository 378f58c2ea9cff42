import type { NextConfig } from 'next'

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  agentRules: false,
  experimental: { agentUpgrade: false },
  images: { unoptimized: true },
  // Next streams the title after the page to all but the bots named here; a page without a title, however briefly, is
  // one that a screen reader announces by its address.
  htmlLimitedBots: /.*/,
  // TypeScript 7 has no programming interface for Next to call: `npm test` runs tsc itself.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    'pg',
    'drizzle-orm',
    '@node-rs/argon2',
    'linkedom',
    'undici',
    'pino',
    '@observablehq/plot',
  ],
  headers: async () => [
    {
      source: '/((?!embed/).*)',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'X-Frame-Options', value: 'DENY' },
      ],
    },
  ],
}

export default config
