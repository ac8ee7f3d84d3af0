import { appObject } from './app.mjs'

export class MenuItem {
  constructor({ click, submenu, ...options }) {
    Object.assign(this, { enabled: true, visible: true, label: '', type: submenu === undefined ? 'normal' : 'submenu' }, options)
    this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : submenu
    this.click = (event, window) => (options.role === 'quit' ? appObject.quit() : click?.(this, window, event))
  }
}

export class Menu {
  static #application = null
  items = []

  static buildFromTemplate(template) {
    const menu = new Menu()
    menu.items = template.map((options) => new MenuItem(options))
    return menu
  }

  static setApplicationMenu(menu) {
    Menu.#application = menu
  }

  static getApplicationMenu() {
    return Menu.#application
  }

  getMenuItemById(id) {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }
}
