import { fill } from '#api/i18n'
import type { CliCommand } from '../command'

export const undo: CliCommand = {
  name: 'undo',
  declare() {},
  async run({ open, words, texts }) {
    const { client } = await open()
    const { name, change } = await client.history.undo()
    return { json: { undone: name, change }, text: fill(words.say.undone, { name: texts.commands[name] ?? name }) }
  },
}

export const redo: CliCommand = {
  name: 'redo',
  declare() {},
  async run({ open, words, texts }) {
    const { client } = await open()
    const { name, change } = await client.history.redo()
    return { json: { redone: name, change }, text: fill(words.say.redone, { name: texts.commands[name] ?? name }) }
  },
}
