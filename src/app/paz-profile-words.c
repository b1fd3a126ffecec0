#include "paz-profile-words.h"

#include "base/paz-date.h"
#include "model/paz-kind.h"
#include "paz-words.h"

#include <glib/gi18n.h>
#include <math.h>

char *
paz_profile_words_dup_month (guint16 month)
{
  char iso[8];

  return month != 0 ? paz_catalogue_dup_date (paz_words_get_catalogue (), paz_month_format (month, iso)) : g_strdup ("–");
}

char *
paz_profile_words_dup_count (guint64 count)
{
  return paz_catalogue_dup_integer (paz_words_get_catalogue (), (gint64) count);
}

char *
paz_profile_words_dup_share (guint64 part,
                             guint64 base)
{
  g_autofree char *some = paz_profile_words_dup_count (part);
  g_autofree char *all = paz_profile_words_dup_count (base);
  g_autofree char *percent = NULL;

  if (base == 0)
    return g_strdup ("–");
  percent = paz_catalogue_dup_percent (paz_words_get_catalogue (), (double) part / (double) base, 1);

  /* Translators: a number, the number it is a part of, a percentage. */
  return g_strdup_printf (_("%s of %s (%s)"), some, all, percent);
}

char *
paz_profile_words_dup_women (guint64 women,
                             guint64 base,
                             guint64 untold)
{
  return untold > 0 ? g_strdup (_("not told apart from men")) : paz_profile_words_dup_share (women, base);
}

char *
paz_profile_words_dup_rank (guint    rank,
                            guint    of,
                            gboolean tied)
{
  g_autofree char *place = paz_profile_words_dup_count (rank);
  g_autofree char *all = paz_profile_words_dup_count (of);

  if (rank == 0)
    return g_strdup ("–");

  /* Translators: a rank, and among how many. */
  return g_strdup_printf (tied ? _("%s of %s, shared") : _("%s of %s"), place, all);
}

char *
paz_profile_words_dup_goal (const PazGoal *goal)
{
  g_autofree char *target = NULL;
  g_autofree char *needed = paz_profile_words_dup_count (goal->needed);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (goal->untold > 0)
    return g_strdup (_("The source does not tell women and men apart"));
  if (goal->base == 0)
    return g_strdup (_("Nobody deployed"));
  if (isnan (goal->target))
    return g_strdup (_("The strategy sets no target for that year"));
  target = paz_catalogue_dup_percent (paz_words_get_catalogue (), goal->target / 100, 1);
  first = g_strdup_printf (goal->target_derived ? _("Target %s (not published: a reading of the strategy)") : _("Target %s"), target);
  second = goal->needed == 0 ? g_strdup (_("reached"))
                             : g_strdup_printf (ngettext ("%s more woman to reach it", "%s more women to reach it", goal->needed), needed);

  return g_strdup_printf ("%s · %s%s%s", first, second, goal->small_base ? " · " : "", goal->small_base ? _("fewer than 10 people") : "");
}

char *
paz_profile_words_dup_pledges (const PazProfilePledges *pledges)
{
  g_autofree char *persons = paz_profile_words_dup_count ((guint64) pledges->persons);
  g_autofree char *women = paz_profile_words_dup_count ((guint64) pledges->women);
  g_autofree char *lapsed = paz_profile_words_dup_count (pledges->n_lapsed);
  g_autofree char *first = g_strdup_printf (_("%s persons, %s of them women"), persons, women);
  g_autofree char *second = pledges->n_lapsed > 0 ? g_strdup_printf (ngettext ("%s is past its date", "%s are past their date", pledges->n_lapsed), lapsed)
                                                  : NULL;

  return g_strdup_printf ("%s%s%s%s%s", first, second != NULL ? " · " : "", second != NULL ? second : "",
                          pledges->n_silent > 0 ? " · " : "", pledges->n_silent > 0 ? _("not all say their strength") : "");
}

char *
paz_profile_words_dup_standing (PazStore         *store,
                                const PazProfile *profile)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < profile->records->standings->len; i++)
    {
      PazRecord *standing = profile->records->standings->pdata[i];
      char *text = paz_store_dup_title (store, paz_record_get_id (standing), paz_words_get_catalogue ());

      if (text != NULL && !g_ptr_array_find_with_equal_func (parts, text, g_str_equal, NULL))
        g_ptr_array_add (parts, g_steal_pointer (&text));
      g_free (text);
    }
  if (parts->len == 0)
    return g_strdup (_("No standing in the network is recorded"));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv ("\n", (char **) parts->pdata);
}
