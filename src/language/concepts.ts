/** Words that mean much the same when people ask for support, so that a question need not use the editor's own words. */

/** One idea per line, as plain words; a word may carry several ideas. */
const ideas = `
buy purchase order get shop acquire
money cash funds amount sum
refund reimburse reimbursement repay
price cost fee charge charges pricing rate expensive
cheap discount offer coupon voucher promo promotion deal sale
cancel stop abort undo revert halt withdraw
return giveback sendback
change edit modify update alter adjust amend switch swap
remove delete erase close deactivate terminate unsubscribe
add include attach insert
send transfer ship dispatch deliver wire mail post
receive arrive obtain got come collect pick
delivery shipping shipment postage courier carrier
parcel package box packet
wait pending delay late slow long overdue due still
quick fast instant immediate asap soon urgent speed
missing lost vanish disappear gone misplace
stolen steal theft thief rob
broken damage defect faulty crack malfunction fail work broke smash dent
wrong incorrect mistake error mistaken false
problem issue trouble
help assist support
contact call phone reach telephone speak talk
person human agent representative staff advisor operator
account profile membership
password passcode pin code
login signin logon access enter
signup register enroll join subscribe open create
verify confirm prove validate authenticate identity
document paper proof id passport
pay payment bill invoice receipt
card debit credit visa mastercard
decline reject refuse deny block
twice double duplicate two
limit maximum max cap restrict
minimum min least
country abroad overseas foreign international europe world
currency exchange convert euro dollar pound
address location place where city store
shop store branch
time hour schedule when day date
size dimension measure length width height big large
small short tiny little
warranty guarantee
repair fix mend
replace replacement exchange
material made fabric
wash clean care
color colour
instruction manual guide leaflet booklet
recommend suggest advice best
different another other
new fresh latest
old previous former past
safe secure security protect
fraud scam hack compromise unauthorized suspicious phishing
data information detail info
allow can possible able may permit
need require must want
why reason explain cause
show see view display look find check
tell know inform
use utilize apply redeem
keep store hold save
photo picture image
app application software program
phone mobile smartphone iphone android
computer laptop pc desktop
website site page web online internet
email mail message inbox
notification alert remind notify
free complimentary gratis
trial test try
start begin activate enable setup launch
finish end complete expire
automatic auto recurring repeat
monthly month week weekly year yearly annual
child kid baby children
friend family partner wife husband someone
gift present
name title call
number digit
top add load deposit recharge credit fund
withdraw atm cashpoint
balance total remaining left
history past previous statement record
extra additional more further
less reduce lower decrease
increase raise higher boost
often frequent many
available stock
job career hire work vacancy
car vehicle drive
food meal eat recipe
play game
music song
hidden hide private secret
share public
import upload
export download backup
copy duplicate clone
move relocate migrate
link connect sync integrate
disconnect unlink
print printer
translate language
weather forecast
travel trip flight
book reserve reservation
good great nice
bad poor terrible
sofa couch settee armchair
product item goods article thing merchandise
shed garage porch balcony terrace garden gate doorstep hallway
husband wife mother father mum dad aunt uncle sister brother son daughter parents
lamp light bulb lantern
blanket throw rug duvet quilt
plastic foil foam film
monday tuesday wednesday thursday friday saturday sunday weekend
january february march april june july august september october november december
three four five six seven eight nine ten dozen
`;

const lines = ideas.trim().split('\n');

/** All words that stand for an idea; being English, they are never misspelt. */
export const ideaWords: ReadonlySet<string> = new Set(lines.flatMap((line) => line.split(' ')));

/** Looks up the ideas a stem stands for; `stem` must be the stemmer the stems come from. */
export function createConcepts(stem: (word: string) => string): (stem: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  ideas
    .trim()
    .split('\n')
    .forEach((line, number) => {
      for (const word of new Set(line.split(' ').map(stem)))
        known.set(word, [...(known.get(word) ?? []), `s${number}`]);
    });
  return (word) => known.get(word) ?? [];
}
