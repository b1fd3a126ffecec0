#include "paz-import-private.h"

#include "base/paz-country.h"
#include "base/paz-text.h"

#include <string.h>

#define MAX_NAMES 1000
#define MAX_SUGGESTIONS 3
#define SETTING "import.names"

void
paz_import_name_free (PazImportName *self)
{
  g_free (self->name);
  g_strfreev (self->suggestions);
  g_free (self);
}

void
paz_import_note_name (PazImport     *self,
                      PazDimension   dimension,
                      const PazCell *cell,
                      guint32        row)
{
  g_autofree char *name = paz_cell_dup_text (cell);
  PazImportName *found;

  if (*name == '\0')
    return;
  for (guint i = 0; i < self->names->len; i++)
    {
      found = self->names->pdata[i];
      if (found->dimension == dimension && strcmp (found->name, name) == 0)
        {
          found->n_rows++;
          return;
        }
    }
  if (self->names->len == MAX_NAMES)
    return;

  found = g_new0 (PazImportName, 1);
  found->dimension = dimension;
  found->name = g_steal_pointer (&name);
  found->n_rows = 1;
  found->row = row;
  g_ptr_array_add (self->names, found);
}

/* ---- suggestions ---- */

/* Insertions, deletions and exchanges of letters that lead from one to the other. */
static guint
get_distance (const char *one,
              const char *other)
{
  gsize n = strlen (other);
  g_autofree guint *row = g_new (guint, n + 1);

  for (gsize j = 0; j <= n; j++)
    row[j] = (guint) j;
  for (gsize i = 1; one[i - 1] != '\0'; i++)
    {
      guint before = row[0]++;

      for (gsize j = 1; j <= n; j++)
        {
          guint change = before + (one[i - 1] != other[j - 1]);

          before = row[j];
          row[j] = MIN (change, MIN (row[j], row[j - 1]) + 1);
        }
    }

  return row[n];
}

typedef struct
{
  char  *code;
  guint  distance;
} Candidate;

static int
compare_candidates_cb (gconstpointer a,
                       gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *other = b;

  return one->distance != other->distance ? (one->distance < other->distance ? -1 : 1)
                                          : strcmp (one->code, other->code);
}

static void
add_candidate (GArray     *candidates,
               const char *folded,
               const char *name,
               const char *code)
{
  g_autofree char *key = name != NULL ? paz_text_fold_key (name) : NULL;
  Candidate candidate = { g_strdup (code), 0 };

  if (key == NULL || *key == '\0')
    {
      g_free (candidate.code);
      return;
    }
  candidate.distance = strstr (folded, key) != NULL && strlen (key) > 3 ? 1 : get_distance (folded, key);
  /* Within a third of the letters, or it is another name. */
  if (candidate.distance * 3 > strlen (folded) + 2)
    {
      g_free (candidate.code);
      return;
    }
  g_array_append_val (candidates, candidate);
}

static char **
take_best (GArray *candidates)
{
  GPtrArray *codes = g_ptr_array_new ();

  g_array_sort (candidates, compare_candidates_cb);
  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (codes->len < MAX_SUGGESTIONS && !g_ptr_array_find_with_equal_func (codes, candidate->code, g_str_equal, NULL))
        g_ptr_array_add (codes, g_steal_pointer (&candidate->code));
      g_free (candidate->code);
    }
  g_array_unref (candidates);
  g_ptr_array_add (codes, NULL);

  return (char **) g_ptr_array_free (codes, FALSE);
}

static char **
suggest_countries (const char *name)
{
  g_autofree char *folded = paz_text_fold_key (name);
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < paz_country_get_n (); i++)
    {
      const char *iso3 = paz_country_get_iso3 ((int) i);

      add_candidate (candidates, folded, iso3, iso3);
      for (int language = 0; language < PAZ_N_LANGUAGES; language++)
        {
          g_autofree char *known = paz_catalogue_dup_country (paz_catalogue_get ((PazLanguage) language), iso3);

          add_candidate (candidates, folded, known, iso3);
        }
    }

  return take_best (candidates);
}

static char **
suggest_missions (const char *name,
                  GPtrArray  *missions)
{
  g_autofree char *folded = paz_text_fold_key (name);
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; missions != NULL && i < missions->len; i++)
    {
      const char *acronym = paz_record_get_text (missions->pdata[i], "acronym");

      if (acronym != NULL)
        add_candidate (candidates, folded, acronym, acronym);
    }

  return take_best (candidates);
}

void
paz_import_suggest (PazImport *self,
                    PazStore  *store)
{
  g_autoptr (PazQuery) query = paz_query_new (paz_kind_find ("mission"));
  g_autoptr (GPtrArray) missions = self->names->len > 0 ? paz_store_list_records (store, query, NULL) : NULL;

  for (guint i = 0; i < self->names->len; i++)
    {
      PazImportName *name = self->names->pdata[i];

      name->suggestions = name->dimension == PAZ_DIMENSION_CONTRIBUTOR ? suggest_countries (name->name)
                                                                       : suggest_missions (name->name, missions);
    }
}

/* ---- decisions ---- */

/* A line for each: name as it was decided, a tab, the code. */
void
paz_import_each_decision (PazStore  *store,
                          void     (*each) (const char *name,
                                            const char *code,
                                            gpointer    data),
                          gpointer   data)
{
  g_autofree char *text = paz_store_dup_setting (store, SETTING);
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *tab = strchr (lines[i], '\t');

      if (tab != NULL)
        {
          *tab = '\0';
          each (lines[i], tab + 1, data);
        }
    }
}

static gboolean
is_mission (PazStore   *store,
            const char *acronym)
{
  g_autoptr (PazQuery) query = paz_query_new (paz_kind_find ("mission"));
  g_autoptr (GPtrArray) missions = paz_store_list_records (store, query, NULL);

  for (guint i = 0; missions != NULL && i < missions->len; i++)
    if (g_strcmp0 (paz_record_get_text (missions->pdata[i], "acronym"), acronym) == 0)
      return TRUE;

  return FALSE;
}

gboolean
paz_import_knows_code (PazStore   *store,
                       const char *code)
{
  return (strlen (code) == 3 && paz_country_find_iso3 (code, 3) >= 0) || is_mission (store, code);
}

typedef struct
{
  GString *text;
  char    *key;     /* folded name that is decided anew */
} Others;

static void
add_other_cb (const char *name,
              const char *code,
              gpointer    data)
{
  Others *others = data;
  g_autofree char *key = paz_text_fold_key (name);

  if (strcmp (key, others->key) != 0)
    g_string_append_printf (others->text, "%s\t%s\n", name, code);
}

gboolean
paz_import_decide_name (PazStore    *store,
                        const char  *name,
                        const char  *code,
                        GError     **error)
{
  g_autofree char *clean = paz_text_fold (name);
  Others others = { g_string_new (NULL), paz_text_fold_key (name) };
  gboolean known = code == NULL || paz_import_knows_code (store, code);
  gboolean done = FALSE;

  if (*clean == '\0' || !known)
    g_set_error (error, PAZ_IMPORT_ERROR, PAZ_IMPORT_ERROR_LAYOUT, "“%s” is no country and no mission", code);
  else
    {
      g_strdelimit (clean, "\t\n", ' ');
      paz_import_each_decision (store, add_other_cb, &others);
      if (code != NULL)
        g_string_append_printf (others.text, "%s\t%s\n", clean, code);
      done = paz_store_set_setting (store, SETTING, others.text->len > 0 ? others.text->str : NULL, error);
    }
  g_string_free (others.text, TRUE);
  g_free (others.key);

  return done;
}
