/** How the reading of a message is corrected, where the reader may; in the managers' pages nobody can. */
import { createContext } from 'preact';
import type { Correction, Entry } from '../types.js';

export type CorrectReading = (entry: Entry, reads: Correction['reads']) => void;

export const Correct = createContext<CorrectReading | undefined>(undefined);
