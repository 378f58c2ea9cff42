import { z } from 'zod'
import { described, type ToolName, toolNames } from './tool'

/** The revisions of the Model Context Protocol that are spoken, newest first. */
export const revisions = ['2025-11-25', '2025-06-18', '2025-03-26'] as const

const idShape = z.union([z.string(), z.int()])

/** One message of JSON-RPC 2.0; what has no id wants no answer. */
const messageShape = z.object({
  jsonrpc: z.literal('2.0'),
  id: idShape.optional(),
  method: z.string().optional(),
  params: z.record(z.string(), z.unknown()).default({}),
})
type Id = z.infer<typeof idShape>

/** What is to be done about a message: nothing, say something that is known, or use a tool. */
export type Step =
  | { is: 'noted' }
  | { is: 'answered'; status: number; body: object }
  | { is: 'tool'; id: Id; tool: ToolName; given: unknown }

const faults = { parse: -32700, request: -32600, method: -32601, params: -32602, internal: -32603 } as const

/** Reads one message, as a server without sessions does that has tools and nothing else. */
export function stepOf(text: string): Step {
  const parsed = messageShape.safeParse(jsonIn(text))
  if (!parsed.success) return refused(null, isJson(text) ? 'request' : 'parse', 400)
  const { id, method, params } = parsed.data
  // An answer, or something to note.
  if (id === undefined || method === undefined) return { is: 'noted' }
  switch (method) {
    case 'initialize':
      return answered(id, welcome(params.protocolVersion))
    case 'ping':
      return answered(id, {})
    case 'tools/list':
      return answered(id, { tools: toolNames.map(described) })
    case 'tools/call': {
      const tool = toolNames.find((name) => name === params.name)
      return tool ? { is: 'tool', id, tool, given: params.arguments ?? {} } : refused(id, 'params')
    }
    default:
      return refused(id, 'method')
  }
}

/** What a tool found, as JSON and, for programs of before, as the same in text. */
export function foundBy(id: Id, found: object): object {
  return resultOf(id, {
    content: [{ type: 'text', text: JSON.stringify(found) }],
    structuredContent: found,
  })
}

/** Why a tool found nothing: said to the model, which may ask otherwise. */
export function notFoundBy(id: Id, sentence: string): object {
  return resultOf(id, { content: [{ type: 'text', text: sentence }], isError: true })
}

/** What went wrong before any tool was used. */
export function faultOf(sentence: string, id: Id | null = null): object {
  return { jsonrpc: '2.0', id, error: { code: faults.internal, message: sentence } }
}

/** Whether the revision that a request names is spoken; one that names none is of before they were named. */
export const isSpoken = (revision: string | null): boolean =>
  revision === null || revisions.some((one) => one === revision)

function welcome(asked: unknown): object {
  return {
    protocolVersion: revisions.find((one) => one === asked) ?? revisions[0],
    capabilities: { tools: {} },
    serverInfo: { name: 'proofroom', title: 'Proofroom', version: '1' },
    instructions:
      'Published fact-checks. A claim that is under review or retracted says so in its state: pass that on with its ' +
      'verdict. Quote the verdict in the desk’s own words and give the address of the page.',
  }
}

const messages: Record<'parse' | 'request' | 'method' | 'params', string> = {
  parse: 'This is no JSON.',
  request: 'This is no message of JSON-RPC 2.0.',
  method: 'There is no such method here.',
  params: 'There is no such tool here.',
}

function refused(id: Id | null, fault: keyof typeof messages, status = 200): Step {
  const error = { code: faults[fault], message: messages[fault] }
  return { is: 'answered', status, body: { jsonrpc: '2.0', id, error } }
}

function answered(id: Id, result: object): Step {
  return { is: 'answered', status: 200, body: resultOf(id, result) }
}

const resultOf = (id: Id, result: object) => ({ jsonrpc: '2.0', id, result })

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // It is told apart by whoever refuses it.
    return undefined
  }
}

const isJson = (text: string) => jsonIn(text) !== undefined
