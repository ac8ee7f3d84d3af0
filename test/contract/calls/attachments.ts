import { LARGEST_ATTACHMENT, LARGEST_PIECE, type Client } from '#api'
import { bytesOf, equal, failsWith, matches, ok } from '../check'
import { attached, AWKWARD, begun, newCase, piece } from '../fixtures'
import { call, type Calls } from './call'

const MISSING = '01890000-0000-7000-8000-000000000000'
const HELLO_SHA256 = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824'

const textOf = async (client: Client, id: string, attachmentId: string) => (await client.attachments.read({ id, attachmentId })).piece.text()

export const attachmentCalls: Calls<'attachments'> = {
  'attachments.list': [
    call('gives the attachments of a case in the order they came, and that their content is here', async (client) => {
      const id = await newCase(client)
      const first = await attached(client, id, 'hello', AWKWARD)
      const second = await attached(client, id, '第二')
      equal(await client.attachments.list({ id }), [{ ...first, here: true }, { ...second, here: true }], 'list')
      equal((await client.cases.get({ id })).case.attachments, [first, second], 'the case has them too')
    }),
    call('says which case is missing', async (client) => failsWith(client.attachments.list({ id: MISSING }), 'CASE_NOT_FOUND', { id: MISSING })),
  ],
  'attachments.begin': [
    call('refuses a file beyond the limit before a byte is sent', async (client) => {
      const id = await newCase(client)
      await failsWith(client.attachments.begin({ id, name: 'big.iso', bytes: LARGEST_ATTACHMENT + 1 }), 'ATTACHMENT_TOO_LARGE', { file: 'big.iso' })
    }),
    call('refuses a name of which nothing can be seen', async (client) => {
      await failsWith(client.attachments.begin({ id: await newCase(client), name: '\u200b\u0007', bytes: 1 }), 'INVALID_INPUT')
    }),
    call('shows nothing of a file that is not finished', async (client) => {
      const id = await newCase(client)
      const uploadId = await begun(client, id, 'hello')
      await client.attachments.append({ uploadId, offset: 0, piece: piece('hello') })
      equal(await client.attachments.list({ id }), [], 'list')
      await client.attachments.discard({ uploadId })
    }),
  ],
  'attachments.append': [
    call('takes a file in pieces, in their order', async (client) => {
      const id = await newCase(client)
      const uploadId = await begun(client, id, 'hello')
      equal(await client.attachments.append({ uploadId, offset: 0, piece: piece('hel') }), { received: 3 }, 'first')
      await failsWith(client.attachments.append({ uploadId, offset: 0, piece: piece('hel') }), 'INVALID_INPUT')
      await failsWith(client.attachments.append({ uploadId, offset: 3, piece: piece('lo and more') }), 'INVALID_INPUT')
      equal(await client.attachments.append({ uploadId, offset: 3, piece: piece('lo') }), { received: 5 }, 'second')
      const { attachments } = await client.attachments.finish({ uploadIds: [uploadId] })
      matches(attachments[0], { bytes: 5, sha256: HELLO_SHA256 }, 'the whole')
    }),
    call('refuses a piece that is too large, and an upload that is none', async (client) => {
      const uploadId = await begun(client, await newCase(client), 'hello')
      await failsWith(client.attachments.append({ uploadId, offset: 0, piece: piece(new Uint8Array(LARGEST_PIECE + 1)) }), 'INVALID_INPUT')
      await failsWith(client.attachments.append({ uploadId: 'none', offset: 0, piece: piece('x') }), 'UPLOAD_EXPIRED')
      await client.attachments.discard({ uploadId })
    }),
  ],
  'attachments.finish': [
    call('attaches several files as one step, which undo takes back and redo brings again', async (client) => {
      const id = await newCase(client)
      const uploadIds = [await begun(client, id, ''), await begun(client, id, '')]
      const { attachments, change } = await client.attachments.finish({ uploadIds })
      equal(attachments.length, 2, 'attachments')
      equal(change?.caseIds, [id], 'touched')
      equal((await client.history.undo()).name, 'case.attach', 'undone')
      equal(await client.attachments.list({ id }), [], 'after undo')
      await client.history.redo()
      equal((await client.attachments.list({ id })).length, 2, 'after redo')
    }),
    call('refuses a file that has not come whole, and keeps what has come', async (client) => {
      const uploadId = await begun(client, await newCase(client), 'hello')
      await failsWith(client.attachments.finish({ uploadIds: [uploadId] }), 'INVALID_INPUT')
      await client.attachments.append({ uploadId, offset: 0, piece: piece('hello') })
      equal((await client.attachments.finish({ uploadIds: [uploadId] })).attachments.length, 1, 'attached')
    }),
    call('keeps the name as data and cleans what cannot be shown', async (client) => {
      const id = await newCase(client)
      matches(await attached(client, id, 'x', '../../evil\u202e\u0000.txt'), { name: '../../evil.txt' }, 'name')
    }),
  ],
  'attachments.discard': [
    call('gives up a file that is on its way', async (client) => {
      const uploadId = await begun(client, await newCase(client), 'hello')
      equal(await client.attachments.discard({ uploadId }), { discarded: true }, 'first')
      equal(await client.attachments.discard({ uploadId }), { discarded: false }, 'second')
      await failsWith(client.attachments.append({ uploadId, offset: 0, piece: piece('hello') }), 'UPLOAD_EXPIRED')
    }),
  ],
  'attachments.rename': [
    call('changes the name alone, and can be undone', async (client) => {
      const id = await newCase(client)
      const before = await attached(client, id, 'hello', '旧名.txt')
      const { change } = await client.attachments.rename({ id, attachmentId: before.id, name: ' 新名.txt ' })
      ok(change !== null, 'a change')
      equal(await client.attachments.list({ id }), [{ ...before, name: '新名.txt', here: true }], 'renamed')
      await client.history.undo()
      equal((await client.attachments.list({ id }))[0]?.name, '旧名.txt', 'undone')
    }),
    call('says which attachment is missing', async (client) => {
      await failsWith(client.attachments.rename({ id: await newCase(client), attachmentId: MISSING, name: 'x' }), 'ATTACHMENT_NOT_FOUND', { id: MISSING })
    }),
  ],
  'attachments.remove': [
    call('takes it from the case; undo brings it back with its content', async (client) => {
      const id = await newCase(client)
      const attachment = await attached(client, id, '内容还在')
      await client.attachments.remove({ id, attachmentId: attachment.id })
      equal(await client.attachments.list({ id }), [], 'removed')
      await failsWith(client.attachments.remove({ id, attachmentId: attachment.id }), 'ATTACHMENT_NOT_FOUND')
      await client.history.undo()
      equal(await textOf(client, id, attachment.id), '内容还在', 'content')
    }),
  ],
  'attachments.read': [
    call('gives the bytes that were attached, whatever they are, whole or in part', async (client) => {
      const id = await newCase(client)
      const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 7) % 256)
      const { uploadId } = await client.attachments.begin({ id, name: 'bytes.bin', bytes: bytes.length })
      await client.attachments.append({ uploadId, offset: 0, piece: piece(bytes) })
      const { attachments: [attachment] } = await client.attachments.finish({ uploadIds: [uploadId] })
      const all = await client.attachments.read({ id, attachmentId: attachment!.id })
      equal(Array.from(await bytesOf(all.piece)), Array.from(bytes), 'all')
      equal(all.attachment, attachment!, 'described')
      const part = await client.attachments.read({ id, attachmentId: attachment!.id, offset: 69_998, length: 100 })
      equal(Array.from(await bytesOf(part.piece)), Array.from(bytes.subarray(69_998)), 'the end')
    }),
    call('says which attachment is missing', async (client) => {
      await failsWith(client.attachments.read({ id: await newCase(client), attachmentId: MISSING }), 'ATTACHMENT_NOT_FOUND', { id: MISSING })
    }),
  ],
}
