/** Words that tell the mood of a message and not its topic. Where the knowledge base does not use them, they are not held against it. */
const words = `
please pls kindly sorry hi hello hey dear sir madam guys folks people bot robot machine listen answer reply respond
ridiculous unbelievable unacceptable serious seriously terrible awful horrible dreadful worst useless stupid idiot idiots
idiotic dumb dumbass damn damned dammit hell crap crappy shit shitty bullshit fuck fucks fucked fucking fucker bloody
bastard bastards wanker moron morons wtf omg ffs jfc angry furious livid mad annoyed annoying annoy annoys upset upsetting
disappointed disappointing disappointment disgusted disgusting disgust pathetic joke joking kidding kiddin shame shameful
disgrace disgraceful insane crazy nonsense rubbish garbage trash hopeless lousy incompetent frustrated frustrating
frustration fed sick tired enough fuming outrageous appalling shocking scam scammers liars lying hate hated
already finally again ever never forever immediately asap now right today extremely absolutely totally completely really
honestly literally just so very too such what ever freaking sort sorted leaving leave
`;

export const noise: ReadonlySet<string> = new Set(words.trim().split(/\s+/));
