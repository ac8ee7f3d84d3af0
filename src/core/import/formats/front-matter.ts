import { Id, Source } from '#api'
import { parse } from 'yaml'
import * as z from 'zod'
import type { StatedFields } from '../document'

const Text = z.union([z.string(), z.number(), z.boolean()]).transform(String)
const List = z.union([z.array(Text), Text.transform((text) => text.split(/[,，、]/u).map((part) => part.trim()).filter(Boolean))])

/** Each field by itself, so that one of the wrong shape does not take the others with it. */
const fields = {
  id: Id,
  title: Text,
  organisation: Text,
  model: Text,
  region: z.object({ province: Text.default(''), city: Text.default('') }),
  period: Text,
  tags: List,
  sources: z.array(z.union([Source, Text.transform((title): Source => ({ title }))])),
}

/** What the YAML between the two `---` says about the case; nothing where it is not YAML. */
export function readFrontMatter(yaml: string): StatedFields {
  const front = parsed(yaml)
  const read = <Name extends keyof typeof fields>(name: Name) =>
    fields[name].safeParse(front[name]).data as z.output<(typeof fields)[Name]> | undefined
  const optional = {
    id: read('id'), title: read('title'), organisation: read('organisation'), modelName: read('model'), region: read('region'), period: read('period'),
  }
  return {
    ...(Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)) as Partial<StatedFields>),
    tags: read('tags') ?? [],
    sources: read('sources') ?? [],
    notes: '',
  }
}

function parsed(yaml: string): Record<string, unknown> {
  try {
    // Its warnings would go past every interface, to the process.
    const value: unknown = parse(yaml, { maxAliasCount: 20, logLevel: 'error' })
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
