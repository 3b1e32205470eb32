// The Vietnamese lunar calendar worked out from the sky, to check the tables of the calendar documents against.
// New moons and the sun's longitude follow the series of J. Meeus, Astronomical Algorithms, chapters 25 and 49.

import { addDays, type DateText, dateOfDayNumber, dayNumber } from "../../calendar/index.ts";

const turn = Math.PI / 180;
const sin = (degrees: number): number => Math.sin(degrees * turn);
/** Terrestrial time runs ahead of the clock by 69 to 75 seconds in these years. */
const terrestrialAhead = 71 / 86_400;
const julianOf1970 = 2_440_587.5;
const hanoi = 7 / 24;

/** The k-th new moon after that of 6 January 2000, as a Julian date of universal time; within two minutes. */
function newMoon(k: number): number {
  const t = k / 1236.85;
  const e = 1 - 0.002516 * t - 0.0000074 * t ** 2;
  const sun = 2.5534 + 29.1053567 * k - 0.0000014 * t ** 2;
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t ** 2 + 0.00001238 * t ** 3;
  const latitude = 160.7108 + 390.67050284 * k - 0.0016118 * t ** 2 - 0.00000227 * t ** 3;
  const node = 124.7746 - 1.56375588 * k + 0.0020672 * t ** 2;
  const mean = 2_451_550.09766 + 29.530588861 * k + 0.00015437 * t ** 2 - 0.00000015 * t ** 3;
  const terms = [
    -0.4072 * sin(moon),
    0.17241 * e * sin(sun),
    0.01608 * sin(2 * moon),
    0.01039 * sin(2 * latitude),
    0.00739 * e * sin(moon - sun),
    -0.00514 * e * sin(moon + sun),
    0.00208 * e ** 2 * sin(2 * sun),
    -0.00111 * sin(moon - 2 * latitude),
    -0.00057 * sin(moon + 2 * latitude),
    0.00056 * e * sin(2 * moon + sun),
    -0.00042 * sin(3 * moon),
    0.00042 * e * sin(sun + 2 * latitude),
    0.00038 * e * sin(sun - 2 * latitude),
    -0.00024 * e * sin(2 * moon - sun),
    -0.00017 * sin(node),
  ];
  return terms.reduce((sum, term) => sum + term, mean) - terrestrialAhead;
}

/** Apparent longitude of the sun in degrees, 0–360; within a hundredth of a degree. */
function sunLongitude(julian: number): number {
  const t = (julian + terrestrialAhead - 2_451_545) / 36_525;
  const anomaly = 357.52911 + 35_999.05029 * t - 0.0001537 * t ** 2;
  const centre =
    (1.914602 - 0.004817 * t) * sin(anomaly) +
    (0.019993 - 0.000101 * t) * sin(2 * anomaly) +
    0.000289 * sin(3 * anomaly);
  const mean = 280.46646 + 36_000.76983 * t + 0.0003032 * t ** 2;
  const apparent = mean + centre - 0.00569 - 0.00478 * sin(125.04 - 1934.136 * t);
  return ((apparent % 360) + 360) % 360;
}

const dayIn = (julian: number): number => Math.floor(julian - julianOf1970 + hanoi);
/** The Julian date at which a day begins in Hanoi. */
const startOf = (day: number): number => day + julianOf1970 - hanoi;
/** Which twelfth of the circle the sun stands in as a day begins. */
const twelfth = (day: number): number => Math.floor(sunLongitude(startOf(day)) / 30);

/** The first day of the month in which the sun reaches 270 degrees: the eleventh. As `k` of its new moon. */
function eleventhMonth(year: number): number {
  let solstice = dayNumber(`${year}-12-18`);
  while (twelfth(solstice + 1) < 9) solstice += 1;
  let k = Math.floor((solstice + julianOf1970 - 2_451_550) / 29.530588861) + 2;
  while (dayIn(newMoon(k)) > solstice) k -= 1;
  return k;
}

export interface LunarYear {
  /** Mùng 1 tháng Giêng. */
  newYear: DateText;
  /** Days of the twelfth month before it. */
  lastMonthDays: number;
  /** 10/3. */
  hungKings: DateText;
}

export function lunarYear(year: number): LunarYear {
  const eleventh = eleventhMonth(year - 1);
  const months = eleventhMonth(year) - eleventh;
  const starts = Array.from({ length: months + 1 }, (_, index) => dayIn(newMoon(eleventh + index)));
  const start = (index: number): number => starts[index] ?? Number.NaN;
  // In a year of thirteen months the first one without a change of twelfth repeats the number before it.
  const leap =
    months === 12
      ? -1
      : starts.findIndex((_, index) => index > 0 && twelfth(start(index)) === twelfth(start(index + 1)));
  const place = (number: number): number => {
    const index = number <= 10 ? number + 1 : number - 11;
    return leap > 0 && index >= leap ? index + 1 : index;
  };
  const first = start(place(1));
  return {
    newYear: dateOfDayNumber(first),
    lastMonthDays: first - start(place(1) - 1),
    hungKings: addDays(dateOfDayNumber(start(place(3))), 9),
  };
}
