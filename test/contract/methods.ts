import { contract, type Client, type Contract } from '#api'

type PathsOf<Part> = { [Group in keyof Part & string]: `${Group}.${keyof Part[Group] & string}` }[keyof Part & string]

/** A method of the contract, such as `cases.get`. */
export type MethodPath = PathsOf<Contract>

/** Every method of the contract, read from the contract itself. */
export const methodPaths = Object.entries(contract).flatMap(([group, methods]) =>
  Object.keys(methods).map((method) => `${group}.${method}`)) as MethodPath[]

type AnyMethod = (...values: unknown[]) => unknown

/** A client that notes in `called` which methods are called through it. */
export function recordingClient(client: Client, called: Set<MethodPath>): Client {
  const recording: Record<string, Record<string, AnyMethod>> = {}
  for (const path of methodPaths) {
    const [group, method] = path.split('.') as [string, string]
    const target = (client as unknown as Record<string, Record<string, AnyMethod>>)[group]!
    recording[group] = {
      ...recording[group],
      [method]: (...values) => {
        called.add(path)
        return target[method]!(...values)
      },
    }
  }
  return recording as unknown as Client
}
