import { fork } from 'node:child_process'
import { libraryStep, type LibraryFigures, type LibraryTask } from './library'
import { measure, type Figures, type Task } from './measure'

type Work = { kind: 'engine'; task: Task } | { kind: 'library'; task: LibraryTask }

export function measureApart(task: Task): Promise<Figures> {
  return inProcess<Figures>({ kind: 'engine', task })
}

export function libraryStepApart(task: LibraryTask): Promise<LibraryFigures> {
  return inProcess<LibraryFigures>({ kind: 'library', task })
}

/** Does what the process was started for; false in the process that a person started. */
export function isWorker(): boolean {
  if (process.send === undefined) return false
  process.once('message', (message) => {
    const { kind, task } = message as Work
    void (kind === 'engine' ? measure(task) : libraryStep(task)).then((result) => process.send!(result, () => process.exit(0)))
  })
  return true
}

function inProcess<Result>(work: Work): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = fork(process.argv[1]!, [], { execArgv: ['--expose-gc', '--max-old-space-size=12288'], serialization: 'advanced' })
    child.once('message', (result) => resolve(result as Result))
    child.once('exit', (status) => reject(new Error(`${work.kind} at ${work.task.size} ended with status ${status}`)))
    child.send(work)
  })
}
