// Abbreviations by language, and words that sentences begin with. Data for sentences.ts.

export interface Abbreviations {
  /** Always go on: `Dr.`, `vgl.` */
  readonly goesOn: ReadonlySet<string>;
  /** Go on before a number: `Nr. 5`. */
  readonly beforeNumber: ReadonlySet<string>;
  /** End a sentence only where one of `openers` follows: `usw.`, `Mio.`, `Inc.` */
  readonly mayEnd: ReadonlySet<string>;
  /** Words that begin a sentence, and hardly ever follow an abbreviation with a capital. */
  readonly openers: ReadonlySet<string>;
  /** Whether a number with a full stop is an ordinal: `am 3. Mai`. */
  readonly ordinals: boolean;
}

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const GERMAN: Abbreviations = {
  goesOn: set(`
    dr prof hr fr frl dipl ing med phil rer nat jur mag st sr jr vgl bzw ca evtl ggf inkl exkl zzgl abzgl
    sog bspw insb gem lt zw resp geb gest verh hrsg hg übers ehem urspr allg bes entspr max min mind
    tel str bsp zit anm mr mrs ms vs z.b d.h u.u i.d.r z.t v.a o.g s.o s.u m.e`),
  beforeNumber: set('nr art abs abb tab kap bd s ziff rn aufl jg ausg fn anh ver vers op vol no'),
  mayEnd: set(`
    usw etc u.a u.ä o.ä u.v.m u.dgl dgl mio mrd bio tsd std min sek jh jhd jan febr feb mär apr aug sept
    sep okt nov dez mo di mi do fr sa so co inc corp ltd bros gmbh e.v v.chr n.chr chr a.d u.s u.k p.m a.m`),
  openers: set(`
    der die das den dem des ein eine einer eines einem einen es er sie wir ich ihr man wer was wie wo wann
    warum weshalb wozu in im am an auf aus bei beim mit nach seit von vom vor für zu zum zur über unter um
    durch gegen ohne bis doch aber und oder denn sondern wenn als ob weil da dann damit dass dabei dafür
    daher darum deshalb dennoch trotzdem jedoch auch nur nun noch schon so sein seine seinen ihre ihren
    dieser diese dieses diesen jeder jede jedes alle viele einige manche mehr kein keine nicht nichts niemand jemand
    heute gestern morgen jetzt hier dort zwar ferner zudem außerdem inzwischen später früher laut während`),
  ordinals: true,
};

const ENGLISH: Abbreviations = {
  goesOn: set(`
    dr prof mr mrs ms mx messrs st rev hon gen sen rep gov lt col capt cmdr sgt maj adm pres vs cf viz
    e.g i.e approx ca est mt ft dept univ assn bros ph m.d`),
  beforeNumber: set('no nos fig figs vol p pp ch sec art eq op para al'),
  mayEnd: set(`
    etc inc corp ltd co llc plc jr sr esq ph.d m.a b.a u.s u.k u.n e.u d.c l.a n.y a.m p.m a.d b.c
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun ave blvd rd al`),
  openers: set(`
    the a an it he she we they i you this that these those there here his her its our their my your
    what who when where why how in on at by from with after before since until for to as if but and or so
    yet then now today yesterday tomorrow however although though because while once all many some most
    no not none nobody nothing everybody everything somebody something each every both more other another still even only just meanwhile later`),
  ordinals: false,
};

/** The abbreviations of a language (BCP 47); English ones where there are none of its own. */
export function abbreviationsOf(lang: string | undefined): Abbreviations {
  return lang?.split('-')[0]?.toLowerCase() === 'de' ? GERMAN : ENGLISH;
}
