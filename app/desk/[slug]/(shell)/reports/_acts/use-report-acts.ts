import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { v7 as uuid } from 'uuid'
import { useTRPC, useTRPCClient } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { sayDone } from '@/app/_ui/toast'
import type { DeskReport } from '@/server/report/queue/desk-report'

export type Stepped = { reportId: string; desk: string; id: string; seen: string | null }

/**
 * Does one thing at a time with a report and says so, or why not. Each is sent with what was read when its form was
 * opened: what somebody else did meanwhile is told, and stands beside what was typed.
 */
export function useReportActs(slug: string, report: DeskReport) {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  // Sent again after a lost answer, the same is done once.
  const [last, setLast] = useState({ said: '', id: '' })

  async function act(
    send: (client_: typeof client, stepped: Stepped) => Promise<unknown>,
    { said, seen, done }: { said: string; seen: string | null; done: string },
  ): Promise<boolean> {
    if (isBusy) return false
    const sent = last.said === said ? last : { said, id: uuid() }
    setLast(sent)
    setBusy(true)
    try {
      await send(client, { desk: slug, reportId: report.id, id: sent.id, seen })
      setProblem(null)
      sayDone(done)
      return true
    } catch (error) {
      setProblem(sentenceOf(error))
      return false
    } finally {
      setBusy(false)
      void queries.invalidateQueries({ queryKey: trpc.report.pathKey() })
    }
  }
  return { act, problem, isBusy, forget: () => setProblem(null) }
}
