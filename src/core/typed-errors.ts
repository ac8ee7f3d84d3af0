import { AppError, errorMap, type ErrorCode } from '#api'
import { ORPCError } from '@orpc/server'
import type { LogPort } from './ports'

interface Result {
  output: unknown
  context: object
}

interface Next {
  next: () => Result | PromiseLike<Result>
}

/**
 * Turns whatever a method throws, before or while it streams, into an error of the contract. What the core did not
 * foresee becomes INTERNAL, and its words go to the log alone.
 */
export function typedErrors(log: LogPort) {
  return async ({ next }: Next) => {
    try {
      const result = await next()
      return isIterator(result.output) ? { ...result, output: typedStream(result.output, log) } : result
    } catch (cause) {
      throw typed(cause, log)
    }
  }
}

function typed(cause: unknown, log: LogPort): ORPCError<string, unknown> {
  if (cause instanceof AppError) return contractError(cause.code, cause.data)
  if (cause instanceof ORPCError && cause.code in errorMap) return cause as ORPCError<string, unknown>
  if (cause instanceof ORPCError && cause.code === 'BAD_REQUEST') return contractError('INVALID_INPUT', { detail: issuesOf(cause) })
  if (cause instanceof Error && cause.name === 'AbortError') return contractError('CANCELLED', {})
  log.error('unforeseen error', cause)
  return contractError('INTERNAL', {})
}

function contractError(code: ErrorCode, data: AppError['data']): ORPCError<string, unknown> {
  return new ORPCError(code, { defined: true, status: errorMap[code].status, message: code, data })
}

interface Issue {
  path?: PropertyKey[]
  code?: string
  minimum?: number
  maximum?: number
  inclusive?: boolean
}

/** The path of each value the schema refused and the bound it broke, in signs that every language reads. */
function issuesOf(error: ORPCError<string, unknown>): string {
  const issues = (error.data as { issues?: Issue[] } | undefined)?.issues ?? []
  return issues.map(({ path = [], code, minimum, maximum, inclusive }) => {
    const bound = code === 'too_big' ? ` ${inclusive === false ? '<' : '≤'} ${maximum}` : code === 'too_small' ? ` ${inclusive === false ? '>' : '≥'} ${minimum}` : ''
    return `${path.join('.')}${bound}`
  }).join('; ')
}

async function* typedStream(stream: AsyncIterator<unknown, unknown>, log: LogPort): AsyncGenerator<unknown, unknown> {
  let finished = false
  try {
    for (;;) {
      const step = await stream.next()
      if (step.done === true) {
        finished = true
        return step.value
      }
      yield step.value
    }
  } catch (cause) {
    finished = true
    throw typed(cause, log)
  } finally {
    if (!finished) await stream.return?.()
  }
}

function isIterator(value: unknown): value is AsyncIterator<unknown, unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value && 'next' in value
}
