import { words } from '../../server/words'

export const dynamic = 'force-dynamic'

/** What a phone or computer may install, and that it takes shared addresses: they arrive at the import. */
export function GET(): Response {
  return Response.json(
    {
      name: words()('product'),
      short_name: words()('product'),
      start_url: '/',
      scope: '/',
      display: 'minimal-ui',
      icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
      share_target: {
        action: '/desk/import',
        method: 'GET',
        params: { title: 'title', text: 'text', url: 'url' },
      },
    },
    { headers: { 'content-type': 'application/manifest+json', 'cache-control': 'public, max-age=3600' } },
  )
}
