/** The module `warmline/widget`: for pages that are built. Importing it defines the element and does nothing else. */
import type { Mount } from './api.js';
import { createElement, defineElement, standing } from './element.js';
import { originOf, writeOptions } from './options.js';

export const version = 1;

/** It stands beside the body, so that a page may exchange that and keep its chat. */
export const mount: Mount = (options) => {
  const found = standing();
  const host = found ?? createElement();
  writeOptions(host, options);
  if (originOf(host) === undefined)
    throw new TypeError('The chat needs `origin`: the address of your Warmline, like "https://support.example.com".');
  if (found === null) document.documentElement.append(host);
  return host.warmline;
};

defineElement();
