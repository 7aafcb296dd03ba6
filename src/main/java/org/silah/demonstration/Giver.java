package org.silah.demonstration;

import java.util.List;
import java.util.random.RandomGenerator;
import org.silah.kernel.HijriDate;

/**
 * What is the same in most gifts of one donor.
 *
 * @param usually riyals
 * @param dinar whether they live in Kuwait and pay as people do there
 */
record Giver(GivingHabit habit, double usually, String purpose, String channel, boolean dinar) {

  private static final List<String> PROJECTS = Pool.lines("projects.txt");
  private static final List<String> CHANNELS = List.of("تحويل", "نقد", "بطاقة", "إلكتروني", "شيك", "رسالة نصية");
  private static final String STANDING_ORDER = "أمر مستديم";
  private static final String ZAKAT = "زكاة";
  private static final String PROJECT = "مشروع";
  /** Riyals to a dinar, about. */
  private static final long RATE = 12;

  /** One gift as a list has it. */
  record Gift(String amount, String currency, String purpose, String project, String channel) {}

  static Giver draw(GivingHabit habit, RandomGenerator random) {
    boolean sponsor = habit == GivingHabit.MONTHLY && random.nextInt(10) < 6;
    return new Giver(habit, habit.usually(random), sponsor ? "كفالة" : anyPurpose(random),
        habit == GivingHabit.MONTHLY && random.nextInt(10) < 8 ? STANDING_ORDER : anyChannel(random), random.nextInt(150) == 0);
  }

  Gift give(HijriDate day, RandomGenerator random) {
    boolean ramadan = day.month() == 9;
    long riyals = habit.riyals(usually, ramadan, random);
    var given = ramadan && random.nextInt(100) < 50 ? ZAKAT : random.nextInt(100) < (habit == GivingHabit.MONTHLY ? 96 : 60) ? purpose : anyPurpose(random);
    return new Gift(
        dinar ? Math.max(1, riyals / RATE) + ".000" : riyals + ".00",
        dinar ? "KWD" : "SAR",
        given,
        given.equals(PROJECT) ? PROJECTS.get(random.nextInt(PROJECTS.size())) : "",
        random.nextInt(100) < (habit == GivingHabit.MONTHLY ? 98 : 75) ? channel : anyChannel(random));
  }

  private static String anyPurpose(RandomGenerator random) {
    int at = random.nextInt(100);
    return at < 12 ? ZAKAT : at < 45 ? "صدقة" : at < 60 ? "كفالة" : at < 67 ? "وقف" : at < 84 ? "عام" : PROJECT;
  }

  private static String anyChannel(RandomGenerator random) {
    return CHANNELS.get(Math.min(random.nextInt(CHANNELS.size()), random.nextInt(CHANNELS.size())));
  }
}
