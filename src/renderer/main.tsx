import { createClient, shellBridge } from './client'
import { mount } from './mount'

const element = document.getElementById('root')
const bridge = shellBridge()
if (element !== null) mount(element, createClient(), bridge === undefined ? {} : { bridge })
