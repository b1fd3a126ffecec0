#include "paz-pick-pool.h"

#include "base/paz-text.h"

#include <string.h>

/* How well a word fits a name. */
enum
{
  FITS_INSIDE = 10,    /* anywhere */
  FITS_WORD = 30,      /* where a word begins */
  FITS_START = 50,     /* where the name begins */
  FITS_WHOLE = 100,    /* the name itself, as codes and acronyms are typed */
  FITS_SHOWN = 3,      /* the name that is shown, before the other languages' */
  FITS_FAVOURITE = 5,
};

struct _PazPickPool
{
  GPtrArray *picks;
};

static void
pick_free (gpointer data)
{
  PazPick *pick = data;

  g_free (pick->id);
  g_free (pick->title);
  g_free (pick->detail);
  g_free (pick->caution);
  g_free (pick->note);
  g_ptr_array_unref (pick->names);
  g_free (pick);
}

static gboolean
begins_word (const char *text,
             const char *at)
{
  const char *before;

  if (at == text)
    return TRUE;
  before = g_utf8_prev_char (at);

  return !g_unichar_isalnum (g_utf8_get_char (before));
}

static int
score_in_name (const char *name,
               const char *word)
{
  int best = 0;

  for (const char *at = strstr (name, word); at != NULL && best < FITS_START; at = strstr (at + 1, word))
    {
      if (at == name)
        best = strlen (name) == strlen (word) ? FITS_WHOLE : FITS_START;
      else
        best = MAX (best, begins_word (name, at) ? FITS_WORD : FITS_INSIDE);
    }

  return best;
}

static int
score_word (PazPick    *pick,
            const char *word)
{
  int best = 0;

  for (guint i = 0; i < pick->names->len; i++)
    {
      int score = score_in_name (g_ptr_array_index (pick->names, i), word);

      if (score > 0 && i == 0)
        score += FITS_SHOWN;
      best = MAX (best, score);
    }

  return best;
}

/* Every word must be in one of the names. */
static int
score_words (PazPick  *pick,
             char    **words)
{
  int sum = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      int score;

      if (*words[i] == '\0')
        continue;
      score = score_word (pick, words[i]);
      if (score == 0)
        return 0;
      sum += score;
    }

  return MAX (sum, 1);
}

static int
get_favour (PazPick            *pick,
            const char * const *favourites)
{
  for (int i = 0; favourites != NULL && favourites[i] != NULL; i++)
    if (g_str_equal (favourites[i], pick->id))
      return MAX (1, FITS_FAVOURITE - i);

  return 0;
}

static int
compare_picks (gconstpointer a,
               gconstpointer b)
{
  const PazPick *left = *(const PazPick * const *) a;
  const PazPick *right = *(const PazPick * const *) b;

  if (left->score != right->score)
    return right->score - left->score;

  return left->place < right->place ? -1 : left->place > right->place;
}

PazPickPool *
paz_pick_pool_new (void)
{
  PazPickPool *self = g_new0 (PazPickPool, 1);

  self->picks = g_ptr_array_new_with_free_func (pick_free);

  return self;
}

void
paz_pick_pool_free (PazPickPool *self)
{
  g_ptr_array_unref (self->picks);
  g_free (self);
}

PazPick *
paz_pick_pool_add (PazPickPool *self,
                   const char  *id,
                   const char  *title,
                   const char  *detail)
{
  PazPick *pick = g_new0 (PazPick, 1);

  pick->id = g_strdup (id);
  pick->title = g_strdup (title);
  pick->detail = g_strdup (detail);
  pick->names = g_ptr_array_new_with_free_func (g_free);
  pick->place = self->picks->len;
  paz_pick_add_name (pick, title);
  g_ptr_array_add (self->picks, pick);

  return pick;
}

void
paz_pick_add_name (PazPick    *pick,
                   const char *name)
{
  g_autofree char *folded = name != NULL ? paz_text_fold (name) : NULL;

  if (folded == NULL || *folded == '\0')
    return;
  for (guint i = 0; i < pick->names->len; i++)
    if (g_str_equal (g_ptr_array_index (pick->names, i), folded))
      return;
  g_ptr_array_add (pick->names, g_steal_pointer (&folded));
}

void
paz_pick_set_remarks (PazPick    *pick,
                      const char *caution,
                      const char *note)
{
  g_free (pick->caution);
  g_free (pick->note);
  pick->caution = g_strdup (caution);
  pick->note = g_strdup (note);
}

GPtrArray *
paz_pick_pool_find (PazPickPool        *self,
                    const char         *words,
                    const char * const *favourites)
{
  g_autofree char *folded = paz_text_fold (words != NULL ? words : "");
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < self->picks->len; i++)
    {
      PazPick *pick = g_ptr_array_index (self->picks, i);

      pick->score = score_words (pick, parts);
      if (pick->score == 0)
        continue;
      pick->score += get_favour (pick, favourites);
      g_ptr_array_add (found, pick);
    }
  g_ptr_array_sort (found, compare_picks);

  return found;
}
