/** Short forms people type on a phone, and what they stand for. */

/** A word, then how it is shortened, up to the semicolon. */
const forms = `
account acc acct accnt; address addr; about abt; amount amt amnt; answer ans; application app apps; are r;
balance bal blnc; because bcoz bcz coz cuz cos bc becoz; between btw; birthday bday; business biz; can cn;
cancel cncl cancle; confirm cnfrm confrm; could cud; customer cust; delivery dlvry delvry delivry; department dept;
details dtls detail; documents docs docx; document doc; friend frnd frd; from frm; give giv gv; going goin;
good gud gd; have hav hv hve; help hlp halp; hello helo hlo hllo hii; how hw hwo; information info; international intl;
is iz; know knw kno; like lyk; location loc; message msg mssg mesg; messages msgs; minutes mins; money mny; month mnth;
morning mrng mrg mornin; need nd ned; night nyt nite; number num nmbr numbr; okay okey okk kk; order ordr oder;
payment pymt pymnt paymnt pmt; people ppl; person prsn; phone ph phn fone; photo pic pix foto; photos pics;
please pls plz plzz plss pleas pliz plse; possible posible; problem prob prblm problm; product prodct; quantity qty;
receive recieve rcv recv; received rcvd recd recieved; registration regn regd; reply rply; return rtn retrn; right ryt;
see c; send snd; should shud shld; shopping shoping; sorry sry srry; statement stmt; support supp; team tm; text txt;
thanks thx thnx thanx tnx tnks thnks tq tnq thnk thks; that dat tht; the da; there thr; this dis ths; time tym tme;
today tday tdy; tomorrow tmrw tomo tmr tmrrw tomorow; transaction txn trx trxn transc; transfer xfer tfr trnsfr;
update upd updt; very vry; want wnt; was wuz; website site; week wk; weeks wks; what wat wht wt wot; when wen whn;
where wer whr; which wch wich; who hu; will wil; with wid wth; withdraw wdraw; work wrk; would wud wld;
wrong worng wrng; year yr; years yrs; yes yess yup yep yeah; yesterday yest yday ystrdy; you u yu ya; your ur yor;
password pwd passwd pswd pw; facebook fb; appointment appt; maximum max; minimum min
`;

const longForms: ReadonlyMap<string, string> = new Map(
  forms.split(';').flatMap((line) => {
    const [word = '', ...short] = line.trim().split(/\s+/);
    return short.map((form) => [form, word] as const);
  }),
);

/** The word that a short form stands for; any other word as it is. */
export const inFull = (word: string): string => longForms.get(word) ?? word;
