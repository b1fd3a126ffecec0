/* UN contribution files read in the plainest way, for tests to compare with: nothing here is the
 * program's. Owned by the tests of table and figures. */
#pragma once

#include <glib.h>
#include <string.h>

typedef struct
{
  char  *iso3;
  char  *mission;
  char  *label;      /* personnel type as the file writes it */
  char  *month;      /* "2014-03" */
  guint  female;
  guint  male;
  guint  line;
} PazTestRow;

/* A real file beside the project, or NULL with the test marked as skipped. */
static inline char *
paz_test_dup_shared (const char *name)
{
  const char *shared = g_getenv ("RELACOPAZ_SHARED");
  g_autofree char *path = g_build_filename (shared != NULL ? shared : "shared", "data", "un", name, NULL);

  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return g_steal_pointer (&path);

  g_test_skip ("the real UN files are not beside the project");
  return NULL;
}

static inline void
paz_test_row_free (PazTestRow *row)
{
  g_free (row->iso3);
  g_free (row->mission);
  g_free (row->label);
  g_free (row->month);
  g_free (row);
}

/* Cells of one line; quotes are taken away, nothing else. */
static inline GPtrArray *
paz_test_split (const char *line)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  GString *cell = g_string_new (NULL);
  gboolean quoted = FALSE;

  for (const char *p = line; *p != '\0' && *p != '\r'; p++)
    if (*p == '"')
      quoted = !quoted;
    else if (*p == ',' && !quoted)
      {
        g_ptr_array_add (cells, g_strdup (cell->str));
        g_string_truncate (cell, 0);
      }
    else
      g_string_append_c (cell, *p);
  g_ptr_array_add (cells, g_string_free (cell, FALSE));

  return cells;
}

static inline guint
paz_test_find (GPtrArray  *header,
               const char *name)
{
  for (guint i = 0; i < header->len; i++)
    if (g_ascii_strcasecmp (header->pdata[i], name) == 0)
      return i;

  g_error ("no column %s", name);
}

/* "31-Mar-14" and "2014-03-31". */
static inline char *
paz_test_dup_month (const char *date)
{
  static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";

  if (g_ascii_isdigit (date[3]))
    return g_strndup (date, 7);

  for (int i = 0; i < 12; i++)
    if (strncmp (months + 3 * i, date + 3, 3) == 0)
      return g_strdup_printf ("20%s-%02d", date + 7, i + 1);

  g_error ("no date: %s", date);
}

/* Elements PazTestRow *. */
static inline GPtrArray *
paz_test_read_un_file (const char *path)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) paz_test_row_free);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GPtrArray) header = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    g_error ("cannot read %s", path);
  lines = g_strsplit (g_str_has_prefix (text, "\xef\xbb\xbf") ? text + 3 : text, "\n", -1);
  header = paz_test_split (lines[0]);

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_autoptr (GPtrArray) cells = paz_test_split (lines[i]);
      PazTestRow *row = g_new0 (PazTestRow, 1);

#define CELL(name) ((const char *) cells->pdata[paz_test_find (header, name)])
      row->iso3 = g_strdup (CELL ("isocode3"));
      row->mission = g_strdup (CELL ("mission_acronym"));
      row->label = g_strdup (CELL ("personnel_type"));
      row->month = paz_test_dup_month (CELL ("last_reporting_date"));
      row->female = (guint) g_ascii_strtoull (CELL ("female_personnel"), NULL, 10);
      row->male = (guint) g_ascii_strtoull (CELL ("male_personnel"), NULL, 10);
      row->line = i + 1;
#undef CELL
      g_ptr_array_add (rows, row);
    }

  return rows;
}

/* The code of the label: "Formed Police Units" is formed_police_units. */
static inline char *
paz_test_dup_type (const char *label)
{
  g_autofree char *lower = g_ascii_strdown (label, -1);

  return g_strdelimit (g_steal_pointer (&lower), " ", '_');
}

/* A folder that goes with its files and folders. */
static inline void
paz_test_remove_folder (const char *path)
{
  const char *argv[] = { "rm", "-rf", path, NULL };

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}
