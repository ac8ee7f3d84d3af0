import { AppError, type Theme } from '#api'
import lexicon from '#resources/lexicon.json'
import * as z from 'zod'
import type { AppContext } from '../context'
import { DELETED, fieldValue, type Json, type StoredRecord, type Write } from '../library'
import { fold } from '../text'

/** The theme as views see it; values of the wrong shape show as empty. */
export function themeOf(record: StoredRecord): Theme {
  return {
    id: record.id,
    name: text(record, 'name'),
    definition: text(record, 'definition'),
    lexicon: z.array(z.string()).safeParse(fieldValue(record, 'lexicon')).data ?? [],
    colour: text(record, 'colour'),
    position: z.number().safeParse(fieldValue(record, 'position')).data ?? 0,
  }
}

/** The codebook, in its order. */
export function themesOf({ library }: AppContext): Theme[] {
  return [...library.liveOfKind('theme')].map(themeOf).sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
}

/** @throws AppError THEME_NOT_FOUND. */
export function getTheme({ library }: AppContext, id: string): Theme {
  const record = library.live(id, 'theme')
  if (record === undefined) throw new AppError('THEME_NOT_FOUND', { id })
  return themeOf(record)
}

/** The theme with this id, or else with this name, whatever its script. */
export function findTheme(context: AppContext, idOrName: string): Theme | undefined {
  const themes = themesOf(context)
  const name = fold(idOrName.trim())
  return themes.find(({ id }) => id === idOrName) ?? themes.find((theme) => fold(theme.name) === name)
}

/** The writes that make a theme; one named like a group of the domain lexicon starts with that group's words. */
export function newThemeWrites(id: string, name: string, position: number): Write[] {
  const group = lexicon.groups.find((each) => fold(each.name) === fold(name))
  const write = (field: string, value: Json): Write => ({ record: id, kind: 'theme', field, value })
  return [
    write(DELETED, false), write('name', name), write('definition', group?.definition ?? ''),
    write('lexicon', group?.terms ?? []), write('colour', ''), write('position', position),
  ]
}

function text(record: StoredRecord, field: string): string {
  const value = fieldValue(record, field)
  return typeof value === 'string' ? value : ''
}
