/** Names that Promise, JSON, inspectors and test runners look up on any object. */
const probed = new Set(['then', 'toJSON', 'constructor', 'inspect', '$$typeof', 'asymmetricMatch', 'nodeType', 'tagName'])

/** The object, but reading a member that the double does not model throws instead of giving undefined. */
export function strict(name, object) {
  return new Proxy(object, {
    get(target, key) {
      if (typeof key === 'string' && !(key in target) && !probed.has(key)) {
        throw new Error(`Electron double: ${name}.${key} is not modelled`)
      }
      const value = Reflect.get(target, key, target)
      return typeof value === 'function' && key !== 'constructor' ? value.bind(target) : value
    },
    set: (target, key, value) => Reflect.set(target, key, value, target),
  })
}

/** An event whose default can be prevented, with the fields it carries. */
export function preventable(fields = {}) {
  return {
    ...fields,
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true
    },
  }
}
