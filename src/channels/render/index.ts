/** Entries as each channel shows them. */
export { type Capability, capabilities, capabilityOf } from './capabilities.js';
export { render, type Rendered, renderWhole } from './render.js';
export { toText } from './text.js';
