/** Two ministers and three sources. */
export const SPEAKERS = `- slug: hani-rawi
  kind: PERSON
  names:
    ar:
      official: هاني الراوي
      alias:
        - الراوي
    en:
      official: Hani al-Rawi
  offices:
    - key: minister-of-ports
      title:
        ar: وزير الموانئ
        en: Minister of Ports
      of: harbour-land

- slug: port-official
  kind: ANONYMOUS
  names:
    ar:
      official: مسؤول في الميناء
    en:
      official: An official of the port

- slug: salim-najjar
  kind: PERSON
  names:
    ar:
      official: سالم النجار
      alias:
        - النجار
      spelling:
        - سالم نجار
      epithet:
        - وزير البحر
    en:
      official: Salim al-Najjar
  wikidataId: Q1001
  offices:
    - key: governor-of-marsa
      title:
        ar: محافظ مرسى
        en: Governor of Marsa
      of: marsa
      from: 2010-01-01
      to: 2018-06-01

    - key: minister-of-sea
      title:
        ar: وزير البحر
        en: Minister of the Sea
      of: harbour-land
      organization: sea-observatory
      from: 2018-06-01
      to: 2022-01-01

- slug: sea-observatory
  kind: ORGANIZATION
  names:
    ar:
      official: المرصد البحري
    en:
      official: Sea Observatory

- slug: wave-agency
  kind: MEDIA
  names:
    ar:
      official: وكالة الموج
    en:
      official: Wave Agency
  wikidataId: Q1002
`;

/** A country, a town in it, an island of the town. */
export const LOCATIONS = `- slug: harbour-land
  kind: COUNTRY
  names:
    ar:
      official: بلاد المرافئ
    en:
      official: Harbour Land
  wikidataId: Q1003
  geonamesId: "1003"

- slug: light-island
  kind: REGION
  names:
    ar:
      official: جزيرة النور
    en:
      official: Island of Light
  parent: marsa

- slug: marsa
  kind: CITY
  names:
    ar:
      official: مرسى
      alias:
        - مدينة مرسى
    en:
      official: Marsa
  parent: harbour-land
  coordinates:
    latitude: 35.5
    longitude: -10
  wikidataId: Q1004
  geonamesId: "1004"
`;

/** One outlet. */
export const PUBLISHERS = `- slug: harbour-news
  names:
    ar:
      official: أخبار المرفأ
    en:
      official: Harbour News
`;

/** An occasion with a place and one without. */
export const OCCASIONS = `- slug: marsa-press-conference
  kind: PRESS_CONFERENCE
  names:
    ar: مؤتمر صحفي في مرسى
    en: Press conference in Marsa
  date:
    date: 2020-05-04
    basis: WEEKDAY_RELATIVE
  location: marsa

- slug: rawi-interview
  kind: INTERVIEW
  names:
    ar: مقابلة مع الراوي
    en: Interview with al-Rawi
  date:
    date: 2020-05-02
    basis: EVENT_INFERRED
`;
