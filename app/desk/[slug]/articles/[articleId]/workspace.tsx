'use client'
import { CoverageProvider } from './_coverage/coverage-context'
import { Frame } from './_frame/frame'
import { Skeleton } from './_frame/skeleton'
import type { Workspace as Shown } from './_room/room'
import { RoomProvider } from './_room/room-context'
import { SinceProvider } from './_since/since-context'

/** The room of an article with everything to work in it; in browsers only, as Yjs must not be loaded twice. */
export function Workspace({ workspace }: { workspace: Shown }) {
  return (
    <RoomProvider workspace={workspace} whileOpening={<Skeleton />}>
      <CoverageProvider>
        <SinceProvider>
          <Frame />
        </SinceProvider>
      </CoverageProvider>
    </RoomProvider>
  )
}
