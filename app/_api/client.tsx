'use client'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink, httpLink, splitLink } from '@trpc/client'
import { createTRPCContext } from '@trpc/tanstack-react-query'
import { type ReactNode, useState } from 'react'
import superjson from 'superjson'
import type { AppRouter } from '../../server/router'
import { asksProof } from './ask-proof'
import { AskingAgain } from './asking-again'
import { keepSame } from './keep-same'
import { wasRefused } from './refusal-of'

const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>()

/**
 * The newsroom for React Query, `useQuery(trpc.member.list.queryOptions({ desk }))`; and without it, for acts that are
 * not a query or mutation of a component.
 */
export { useTRPC, useTRPCClient }

/** Gives everything below it the door to the newsroom. */
export function ApiProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(makeQueryClient)
  const [trpcClient] = useState(makeClient)
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  )
}

/** Asked alone: what is asked at the same time does not wait for an answer that can take seconds. */
export const alone = { context: { isAlone: true } }

function makeClient() {
  const door = { url: '/api/trpc', transformer: superjson }
  const sent = splitLink<AppRouter>({
    condition: ({ context }) => context.isAlone === true,
    true: httpLink(door),
    false: httpBatchLink(door),
  })
  return createTRPCClient<AppRouter>({ links: [asksProof, sent] })
}

function makeQueryClient(): QueryClient {
  return new AskingAgain({
    defaultOptions: {
      // Pages come with what they show; it is asked for again when somebody says it changed, or comes back to it.
      queries: {
        staleTime: 10_000,
        structuralSharing: keepSame,
        retry: (times, error) => times < 2 && !wasRefused(error),
      },
      // Pressed twice is asked twice: acts are sent again by people only.
      mutations: { retry: false },
    },
  })
}
