/** The arrays of a file that Java's ObjectOutputStream has written: of `long` (as BigInt), `int`, `short`, `char` (as a text), or of arrays. */
export function javaObjects(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const handles = []
  const found = []
  const MAGIC_AND_VERSION = 4
  const FIRST_HANDLE = 0x7e0000
  let at = MAGIC_AND_VERSION
  const readers = {
    J: () => view.getBigInt64((at += 8) - 8),
    I: () => view.getInt32((at += 4) - 4),
    S: () => view.getInt16((at += 2) - 2),
    C: () => String.fromCharCode(view.getUint16((at += 2) - 2)),
  }
  const isHandle = (tag) => tag === 0x71
  const handle = () => handles[readers.I() - FIRST_HANDLE]

  function className() {
    if (isHandle(view.getUint8(at++))) return handle()
    const length = readers.S()
    const name = String.fromCharCode(...bytes.subarray(at, at + length))
    // Serial number, flags, no fields, no annotations, no parent.
    at += length + 8 + 1 + 2 + 1 + 1
    handles.push(name)
    return name
  }

  function object() {
    const tag = view.getUint8(at++)
    if (tag === 0x70) return null
    if (isHandle(tag)) return handle()
    if (tag !== 0x75) throw new Error(`not an array: ${tag}`)
    const type = className()[1]
    const slot = handles.push(null) - 1
    const values = Array.from({ length: readers.I() }, readers[type] ?? object)
    handles[slot] = type === 'C' ? values.join('') : values
    return handles[slot]
  }

  while (at < bytes.length) found.push(object())
  return found
}
