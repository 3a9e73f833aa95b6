/** Starts the product's app as a fault run needs it. */
import { readFileSync } from 'node:fs';
import { type App, startApp } from '../../src/app.js';
import { createLog, inPackage, randomIds, readConfig, readTextFile, systemClock } from '../../src/base/index.js';
import { checkKnowledge, type Knowledge } from '../../src/bot/index.js';
import { type Outfit, patchesOf } from './outfit.js';
import { plant } from './patches.js';

/** Everything but most of the questions: they take a second to learn, and a server is started often here. */
export function loadSmallKnowledge(): Knowledge {
  const dialogs = (...parts: readonly string[]) => readTextFile(inPackage('dialogs', ...parts));
  const knowledge = checkKnowledge({
    wording: dialogs('wording.yaml'),
    policy: dialogs('policy.yaml'),
    hours: dialogs('hours.yaml'),
    faq: [dialogs('faq', 'delivery.yaml')],
    weights: { name: 'weights.bin', bytes: readFileSync(inPackage('src', 'sentiment', 'weights.bin')) },
    brand: dialogs('brand.yaml'),
    privacy: dialogs('privacy.yaml'),
  });
  if (knowledge.kind === 'ok') return knowledge.value;
  throw new Error(knowledge.problems.join('\n'));
}

export function startFaultyApp(
  env: Readonly<Record<string, string | undefined>>,
  outfit: Outfit,
  knowledge = loadSmallKnowledge(),
): Promise<App> {
  const config = readConfig(env);
  return startApp({
    config,
    log: createLog(config.LOG_LEVEL),
    clock: systemClock,
    ids: randomIds,
    knowledge,
    store: { timing: outfit.timing, scripts: plant(patchesOf(outfit), outfit.release) },
    rounds: outfit.rounds,
  });
}
