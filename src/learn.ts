/** The thread in which a knowledge base is learnt or reviewed, while the server goes on. */
import { parentPort, workerData } from 'node:worker_threads';
import { learnFiles, reviewFiles } from './faq/index.js';
import type { StudyTask } from './study.js';

const { kind, files, ways } = workerData as StudyTask;
parentPort?.postMessage(kind === 'learn' ? learnFiles(files, ways) : reviewFiles(files));
