// Which language a text is in, by its function words. Pure.

/** The commonest words of a language that few others have. */
const WORDS: Readonly<Record<string, string>> = {
  de: 'der die das und ist nicht ein eine einen den dem des mit sich auf für von zu im auch wird sind bei werden oder nach wie noch aus dass haben hat wenn über einer kann durch',
  en: 'the of and to is in that it was for with as on be are this have not by from at or which you an they but has were their been would there what when who will more',
  fr: 'le la les des est et une dans que qui pour pas sur avec ce il du au sont plus par ne se mais nous vous cette ses ont été comme aux leur être fait',
  es: 'el los las que del y en un una es por con para se no su lo al como más pero sus le ha este sí porque esta entre cuando muy sin sobre también',
  it: 'il di che è la e un per una non sono con del della si nel alla più anche dei gli ma come ha le da al questo delle ci degli stato',
  pt: 'de que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está',
  nl: 'de het een en van in is dat op te zijn met voor niet die aan er om ook als bij naar maar uit wordt door heeft nog dan worden over deze hij ze',
  sv: 'och att det som en på är av för med den till inte har om ett de var jag så men han från vi kan när vid ska efter också eller hade',
  da: 'og at det er en til på af den for med som der ikke de et har var jeg om vi så men han fra kan når ved efter eller også blev',
  pl: 'i w na z do się nie jest to że o jak po co za od ale ma przez dla czy są tym tak które który być tylko jego już jej może',
  cs: 'a v na se je že s z do o to i k pro za by ale jako po jsou které od jeho když jen podle tak byl být nebo však není',
  tr: 've bir bu da de için ile olarak çok daha gibi olan en kadar sonra ama ne var ki değil o mi şey her diye ise ya',
  ru: 'и в не на что с по это как к но из у за его от так для же все он был было она мы они когда если или быть',
};

const OWNERS: ReadonlyMap<string, readonly string[]> = ownersOf();

function ownersOf(): Map<string, string[]> {
  const owners = new Map<string, string[]>();
  for (const [language, words] of Object.entries(WORDS)) {
    for (const word of words.split(' ')) {
      owners.set(word, [...(owners.get(word) ?? []), language]);
    }
  }
  return owners;
}

/** Signs that are looked at. */
const SAMPLE = 20_000;

/** The language (BCP 47) of a text, or undefined where nothing speaks for one. */
export function languageOf(text: string): string | undefined {
  const sample = text.slice(0, SAMPLE);
  const script = scriptOf(sample);
  if (script !== undefined) return script;
  const score = new Map<string, number>();
  let count = 0;
  for (const word of sample.toLowerCase().match(/\p{L}+/gu) ?? []) {
    count++;
    const owners = OWNERS.get(word);
    for (const language of owners ?? []) {
      score.set(language, (score.get(language) ?? 0) + 1 / (owners?.length ?? 1));
    }
  }
  const ranked = [...score].sort(([, a], [, b]) => b - a);
  const [first, second] = ranked;
  if (first === undefined || count < 8) return undefined;
  const [language, best] = first;
  return best * 12 > count && best > (second?.[1] ?? 0) * 1.2 ? language : undefined;
}

/** A language that its script tells by itself. */
function scriptOf(text: string): string | undefined {
  const letters = (text.match(/\p{L}/gu) ?? []).length;
  const has = (pattern: RegExp, share: number): boolean =>
    letters > 0 && (text.match(pattern) ?? []).length > letters * share;
  if (has(/[\u3040-\u30ff]/g, 0.1)) return 'ja';
  if (has(/[\uac00-\ud7af]/g, 0.3)) return 'ko';
  if (has(/[\u4e00-\u9fff]/g, 0.5)) return 'zh';
  if (has(/[\u0370-\u03ff]/g, 0.5)) return 'el';
  if (has(/[\u0590-\u05ff]/g, 0.5)) return 'he';
  if (has(/[\u0e00-\u0e7f]/g, 0.5)) return 'th';
  return has(/[іїєґ]/gi, 0.02) && has(/[\u0400-\u04ff]/g, 0.5) ? 'uk' : undefined;
}
