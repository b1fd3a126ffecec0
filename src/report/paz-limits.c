#include "report/paz-limits.h"

#include <glib/gstdio.h>

#include "paz-cover.h"
#include "paz-report-spec.h"
#include "paz-workbook-private.h"

guint
paz_limit_get_most (PazLimitType type)
{
  switch (type)
    {
    case PAZ_LIMIT_TEXT:
      return 32767;
    case PAZ_LIMIT_NAME:
      return 31;
    case PAZ_LIMIT_ROWS:
      return 1048576;
    case PAZ_LIMIT_COLUMNS:
      return 16384;
    }

  g_return_val_if_reached (0);
}

/* ---- noting ---- */

static void
limit_clear (gpointer data)
{
  g_free (((PazLimit *) data)->sheet);
}

/* A sheet that is too long is noted once, not for each row. */
static gboolean
is_noted (PazWorkbook  *workbook,
          PazLimitType  type,
          const char   *sheet)
{
  const PazLimit *last = workbook->limits->len > 0 ? &g_array_index (workbook->limits, PazLimit, workbook->limits->len - 1) : NULL;

  return last != NULL && type != PAZ_LIMIT_TEXT && last->type == type && g_str_equal (last->sheet, sheet);
}

void
paz_workbook_note_limit (PazWorkbook  *self,
                         PazLimitType  type,
                         const char   *sheet,
                         guint         row,
                         guint         length)
{
  const PazLimit limit = { type, g_strdup (sheet), row, length };

  if (self->limits == NULL)
    {
      self->limits = g_array_new (FALSE, FALSE, sizeof (PazLimit));
      g_array_set_clear_func (self->limits, limit_clear);
    }
  if (is_noted (self, type, sheet))
    g_free (limit.sheet);
  else
    g_array_append_val (self->limits, limit);
}

/* ---- saying ---- */

static char *
say (const PazLimit *limit,
     PazCatalogue   *words)
{
  g_autofree char *most = paz_catalogue_dup_integer (words, paz_limit_get_most (limit->type));
  g_autofree char *length = paz_catalogue_dup_integer (words, limit->length);
  g_autofree char *row = paz_catalogue_dup_integer (words, limit->row + 1);

  switch (limit->type)
    {
    case PAZ_LIMIT_TEXT:
      return g_strdup_printf (paz_catalogue_text (words, N_("Sheet “%s”, row %s: a text of %s characters is cut; a cell holds %s at most.")),
                              limit->sheet, row, length, most);
    case PAZ_LIMIT_NAME:
      return g_strdup_printf (paz_catalogue_text (words, N_("The name of the sheet “%s” is cut; a name has %s characters at most.")),
                              limit->sheet, most);
    case PAZ_LIMIT_ROWS:
      return g_strdup_printf (paz_catalogue_text (words, N_("Sheet “%s” is too long: a sheet has %s rows at most. Choose less.")),
                              limit->sheet, most);
    case PAZ_LIMIT_COLUMNS:
      return g_strdup_printf (paz_catalogue_text (words, N_("Sheet “%s” is too wide: a sheet has %s columns at most. Choose less.")),
                              limit->sheet, most);
    }

  g_return_val_if_reached (NULL);
}

static void
take_sentences (GPtrArray    *sentences,
                PazWorkbook  *workbook,
                PazCatalogue *words)
{
  for (guint i = 0; workbook->limits != NULL && i < workbook->limits->len; i++)
    {
      char *sentence = say (&g_array_index (workbook->limits, PazLimit, i), words);

      if (g_ptr_array_find_with_equal_func (sentences, sentence, g_str_equal, NULL))
        g_free (sentence);
      else
        g_ptr_array_add (sentences, sentence);
    }
}

/* ---- finding out ---- */

typedef struct
{
  GPtrArray    *sentences;
  PazCatalogue *words;
} Inquiry;

/* What is too long cannot be written to the end: then the limit is the answer, and no error. */
static gboolean
inquire (const PazReport  *report,
         PazEdition       *edition,
         const char       *title,
         const char       *path,
         gpointer          data,
         GCancellable     *cancellable,
         GError          **error)
{
  Inquiry *inquiry = data;
  g_autoptr (PazWorkbook) workbook = paz_cover_open_workbook (edition, report->info.name, title, path, cancellable, error);
  g_autoptr (GError) failure = NULL;

  if (workbook == NULL)
    return FALSE;
  paz_report_fill (report, edition, workbook, title);
  paz_workbook_discard (workbook, &failure);
  take_sentences (inquiry->sentences, workbook, inquiry->words);
  if (failure == NULL || inquiry->sentences->len > 0)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

GPtrArray *
paz_report_list_limits (PazStore                *store,
                        const char              *name,
                        const PazReportOptions  *options,
                        PazCatalogue            *words,
                        GCancellable            *cancellable,
                        GError                 **error)
{
  g_autofree char *folder = g_dir_make_tmp ("relacopaz-XXXXXX", error);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "limits.xlsx", NULL) : NULL;
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  Inquiry inquiry = { sentences, words };
  gboolean done;

  if (folder == NULL)
    return NULL;
  done = paz_report_make (store, name, options, path, inquire, &inquiry, NULL, NULL, cancellable, error);
  g_rmdir (folder);

  return done ? g_steal_pointer (&sentences) : NULL;
}
