/** Towns to choose as a location, for people who try the bot from elsewhere. */

/** @type {{lat: number, lon: number, kk: string, ru: string, en: string}[]} */
export const PLACES = [
  { lat: 51.1282, lon: 71.4307, kk: "Астана", ru: "Астана", en: "Astana" },
  { lat: 43.2567, lon: 76.9286, kk: "Алматы", ru: "Алматы", en: "Almaty" },
  { lat: 42.3417, lon: 69.5901, kk: "Шымкент", ru: "Шымкент", en: "Shymkent" },
  { lat: 53.2833, lon: 69.3833, kk: "Көкшетау", ru: "Кокшетау", en: "Kokshetau" },
  { lat: 47.0945, lon: 51.9238, kk: "Атырау", ru: "Атырау", en: "Atyrau" },
  { lat: 43.6532, lon: 51.1975, kk: "Ақтау", ru: "Актау", en: "Aktau" },
  { lat: 49.9483, lon: 82.6275, kk: "Өскемен", ru: "Усть-Каменогорск", en: "Oskemen" },
  { lat: 43.2973, lon: 68.2518, kk: "Түркістан", ru: "Туркестан", en: "Turkistan" },
];
