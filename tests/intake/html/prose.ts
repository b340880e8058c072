// What an article says, for pages of every manner: German and English, of our own writing.

export interface Prose {
  readonly lang: 'de' | 'en';
  readonly title: string;
  readonly author: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly dateWritten: string;
  readonly site: string;
  readonly paragraphs: readonly string[];
  readonly heading: string;
  readonly items: readonly string[];
  readonly quote: string;
  /** What a page shows beside the article and an article must not have. */
  readonly noise: readonly string[];
}

export const GERMAN: Prose = {
  lang: 'de',
  title: 'Warum die Werkstatt am Kanal wieder öffnet',
  author: 'Jolanthe Brecht',
  date: '2025-03-14',
  dateWritten: '14. März 2025',
  site: 'Hafenblatt',
  paragraphs: [
    'Als die Werkstatt am Kanal vor sechs Jahren schloss, hingen noch die Kalender des Vorjahres an den Wänden. Niemand räumte sie ab, weil niemand wusste, wem die Räume gehörten, und so blieb die Zeit darin stehen wie das Wasser vor der Schleuse.',
    'Jetzt brennt dort abends wieder Licht. Drei Frauen aus der Nachbarschaft haben die Schlüssel bekommen, die Öfen geprüft und die Dielen geschliffen. Sie wollen Stühle bauen, keine vielen, aber solche, auf denen man ein Leben lang sitzt.',
    'Das Holz kommt aus dem Stadtwald, den der Sturm im letzten Herbst gelichtet hat. Was sonst zu Brennholz geworden wäre, liegt nun unter dem Vordach und trocknet, Brett für Brett, zwei Winter lang.',
    'Ob es sich rechnet, weiß noch keine der drei. Die Miete ist niedrig, die Nachfrage ungewiss, und ein Stuhl kostet so viel wie ein Wochenende am Meer. Aber die ersten zwölf sind bestellt, und das Telefon klingelt.',
    'Am Samstag stehen die Türen offen. Wer mag, kann zusehen, wie aus einem Brett eine Lehne wird, und wer Geduld mitbringt, darf selbst an der Ziehbank sitzen.',
  ],
  heading: 'Zwei Winter für ein Brett',
  items: [
    'Esche für die Beine, weil sie federt',
    'Ulme für die Sitze, weil sie nicht reißt',
    'Öl aus Leinsamen, weil es nach nichts riecht',
  ],
  quote:
    'Ein Stuhl, der wackelt, ist eine Ausrede, die keiner hören will, sagt die Älteste der drei und stellt sich darauf.',
  noise: [
    'Anzeige',
    'Mehr zum Thema: Fahrräder',
    'Jetzt Newsletter bestellen',
    'Alle Rechte vorbehalten',
    'Kommentare (12)',
    'Lesen Sie auch: Der alte Kran',
    'Zum Inhalt springen',
    'Impressum',
  ],
};

export const ENGLISH: Prose = {
  lang: 'en',
  title: 'The night train that nobody wanted to lose',
  author: 'Merle Ashgrove',
  date: '2024-11-02',
  dateWritten: 'November 2, 2024',
  site: 'The Lantern',
  paragraphs: [
    'For thirty years the night train left the harbour station at ten minutes past eleven, and for most of those years it was half empty. The railway kept it because a minister had once promised to, and because the sleeping cars had nowhere else to go.',
    'Last spring the railway stopped keeping it. A notice went up beside the ticket hall, four lines long, and the conductor read it aloud to the passengers, who had not asked him to and did not know what to say.',
    'What happened next surprised the timetable office. Letters came, first a few dozen and then some thousands, from people who had not taken the train in a decade but had meant to, and from children who drew it with faces in the windows.',
    'The railway did the sums again. It found that the track was paid for, that the cars would outlast the decade, and that a train which carries letters as well as sleepers loses rather less money than anyone had written down.',
    'So it leaves again, at ten minutes past eleven, with one more car than before. The conductor still reads the notices aloud, and sometimes somebody claps.',
  ],
  heading: 'What the timetable office found',
  items: [
    'The track had been paid for since the war',
    'The sleeping cars would last another decade',
    'The post would rather travel at night',
  ],
  quote:
    'I had not slept on it since I was nine, one letter began, and I find that I have been counting on it ever since.',
  noise: [
    'Advertisement',
    'Related: The last ferry',
    'Subscribe to our newsletter',
    'All rights reserved',
    '24 comments',
    'Read more: Bridges',
    'Skip to content',
    'Privacy policy',
  ],
};
