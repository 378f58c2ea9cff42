import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { GivenUp, type WorkerLimits } from './keep-worker'
import { oneAtATime } from './one-at-a-time'
import type { Order, Outcome } from './serve-tasks'

/** Milliseconds without a task after which a process is ended. */
const longestIdle = 5_000

/** Megabytes that an idle process may hold: one that a task left with more is ended at once. */
const mostIdle = 300

/** Milliseconds that a process may be silent beyond what its task may take. */
const patience = 10_000

/**
 * `keepWorker`, with the thread in a process of its own: for what reads things that may be meant to harm. All memory
 * that a task took is given back when the process ends, a few seconds after the last task; a fault that takes the
 * process along takes nothing else, and the process knows none of the server's settings or secrets.
 */
export function keepProcess<Task, Answer>(name: string, usual: WorkerLimits) {
  let kept: ChildProcess | null = null
  let idle: NodeJS.Timeout | undefined

  return oneAtATime(async (task: Task, limits: Partial<WorkerLimits> = {}): Promise<Answer> => {
    clearTimeout(idle)
    const child = processOf()
    const outcome = await outcomeOf(child, { task, limits: { ...usual, ...limits } })
    if (outcome.megabytes > mostIdle) discard(child)
    else idle = setTimeout(() => discard(child), longestIdle).unref()
    if ('givenUp' in outcome) throw new GivenUp(outcome.givenUp)
    if ('fault' in outcome) throw new Error(outcome.fault)
    return outcome.answer as Answer // As the thread of this name answers.
  })

  function outcomeOf(child: ChildProcess, order: Order): Promise<Outcome> {
    return new Promise<Outcome>((resolve, reject) => {
      const settle = () => {
        clearTimeout(timer)
        child.off('message', onMessage).off('error', end).off('exit', onExit)
        holdOpen(child, false)
      }
      const end = (reason: Error) => {
        settle()
        discard(child)
        reject(reason)
      }
      const onMessage = (outcome: Outcome) => {
        settle()
        resolve(outcome)
      }
      const onExit = () => end(new GivenUp(`${name}: its process ended`))
      const timer = setTimeout(
        () => end(new GivenUp(`${name}: its process is silent`)),
        order.limits.longest + patience,
      )
      child.on('message', onMessage).on('error', end).on('exit', onExit)
      holdOpen(child, true)
      child.send(order, (fault) => fault && end(new GivenUp(`${name}: ${fault.message}`)))
    })
  }

  function processOf(): ChildProcess {
    // One that has just been killed from outside is not asked, though its end was not heard of yet.
    if (kept?.connected && !kept.killed) return kept
    const child = openProcess(name)
    holdOpen(child, false)
    child.once('exit', () => {
      if (kept === child) kept = null
    })
    // An idle process that fails must not take this one with it.
    child.on('error', () => undefined)
    kept = child
    return child
  }

  function discard(child: ChildProcess): void {
    if (kept === child) kept = null
    child.kill('SIGKILL')
  }
}

function openProcess(name: string): ChildProcess {
  // As `openWorker` finds its files. The process is given none of the settings.
  const file = join(/* turbopackIgnore: true */ process.cwd(), '.build', 'serve-tasks.mjs')
  return fork(/* turbopackIgnore: true */ /* webpackIgnore: true */ file, [name], {
    serialization: 'advanced',
    execArgv: [],
    env: { NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
}

/** Whether this process stays open for the other: it does while it waits for an answer. */
function holdOpen(child: ChildProcess, isHeld: boolean): void {
  if (isHeld) {
    child.ref()
    child.channel?.ref()
  } else {
    child.unref()
    child.channel?.unref()
  }
}
