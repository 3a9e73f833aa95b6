/** The most common English words: they hold sentences together and say little of the topic. Never a misspelling. */
const words = `
a about above across after again against ago ahead all almost alone along already also although always am among an and
another any anybody anyhow anyone anything anyway anywhere apart are around as aside at away back be became because
become been before behind being below beside besides between beyond both but by came can cannot could did do does doing
done down during each either else enough even ever every everybody everyone everything everywhere far few first for
forth forward from front further gave get gets getting give given gives giving go goes going gone got gotten had half
hardly has have having he hence her here hers herself him himself his how however i if in indeed instead into is it its
itself just keep keeps kept kind last later least leave less lest let lets like likely long look looked looking looks
lot lots made make makes making many may maybe me mean means might mine more moreover most mostly much must my myself
namely near nearly neither never nevertheless next no nobody none nor not nothing now nowhere of off often on once one
ones only onto or other others otherwise our ours ourselves out over own part per perhaps please plenty point put puts
quite rather really said same saw say saying says second see seem seemed seems seen several shall she should since so
some somebody somehow someone something sometimes somewhere soon still stuff such take taken takes taking tell than that
the their theirs them themselves then there therefore these they thing things think thinking third this those though
thought through throughout thus till to together too took toward towards tried try trying turn turned turns twice two
three four five under unless unlike until up upon us use used uses using usually various very via want wanted wanting
wants was way ways we well went were what whatever when whenever where wherever whether which whichever while who whoever
whole whom whose why will wish with within without wonder wondering would yes yet you your yours yourself
gonna wanna gotta dont cant wont im ive id youre theyre whats hows wheres whens thats isnt doesnt didnt wasnt u ur pls plz
s t m re ve ll d
`;

export const commonWords: ReadonlySet<string> = new Set(words.trim().split(/\s+/));
