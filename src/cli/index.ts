#!/usr/bin/env node
/** The command line as a program: `node out/main/cli.js COMMAND`. */
import { run } from './run'

const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort())

// A reader that has seen enough, such as `head`, closes the pipe.
process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
  if (cause.code === 'EPIPE') process.exit(0)
  throw cause
})

process.exitCode = await run(process.argv.slice(2), {
  environment: process.env, stdout: process.stdout, stderr: process.stderr, signal: stopping.signal,
})
