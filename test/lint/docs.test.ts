import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

describe('docs/decisions/dependencies.md', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<'dependencies' | 'devDependencies', Record<string, string>>
  const rows = read('docs/decisions/dependencies.md').split('\n').filter((line) => line.startsWith('| `'))
  const described = rows.flatMap((row) => [...row.split('|')[1]!.matchAll(/`([^`]+)`/g)].map((match) => match[1]!))

  test('has a line for every package that package.json names, and for no other', () => {
    expect(described.toSorted()).toEqual([...Object.keys(dependencies), ...Object.keys(devDependencies)].toSorted())
  })

  test('every version is exact', () => {
    const versions = Object.values({ ...dependencies, ...devDependencies })
    expect(versions.filter((version) => !/^(npm:[a-z]+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([])
  })
})

const documents = readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'))
const pages = ['README.md', 'README.zh.md', 'ARCHITECTURE.md', ...documents.map((file) => `docs/${file}`)]

test.each(pages)('links of %s lead somewhere', (page) => {
  const links = [...read(page).matchAll(/\]\(([^)#\s]+)[^)]*\)|src="([^"]+)"/g)].map((match) => match[1] ?? match[2]!)
  const inside = links.filter((link) => !/^[a-z]+:/.test(link))
  expect(inside.filter((link) => !existsSync(path.join(root, path.dirname(page), link)))).toEqual([])
})
