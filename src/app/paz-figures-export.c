#include "paz-figures-export.h"

#include <glib/gi18n.h>

/* The highest of the data sets behind the figures, and never less than what the readers could see
 * of a target or a name. */
static PazLevel
get_level (PazFigures *figures)
{
  GPtrArray *lists[] = { paz_figures_get_data_sets (figures), paz_figures_get_targets (figures) };
  PazLevel level = PAZ_LEVEL_PUBLIC;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      level = MAX (level, paz_record_get_level (g_ptr_array_index (lists[i], j)));

  return level;
}

static void
put_line (GString    *lines,
          const char *text,
          char        separator)
{
  g_auto (GStrv) parts = g_strsplit (text, "\"", -1);
  g_autofree char *escaped = g_strjoinv ("\"\"", parts);

  if (separator == '\t')
    g_string_append_printf (lines, "%s\n", text);
  else
    g_string_append_printf (lines, "\"%s\"\r\n", escaped);
}

char *
paz_figures_export_dup_lines (PazStore                *store,
                              const PazFiguresChoice  *choice,
                              const PazAudience       *audience,
                              PazCatalogue            *catalogue,
                              char                     separator,
                              GCancellable            *cancellable,
                              GError                 **error)
{
  g_autoptr (PazFigures) figures = paz_figures_load (store, audience, cancellable, error);
  g_auto (GStrv) signatories = NULL;
  g_autoptr (PazCross) cross = NULL;
  g_autofree char *table = NULL;
  GString *lines;

  g_return_val_if_fail (audience != NULL, NULL);

  if (figures == NULL)
    return NULL;
  signatories = paz_figures_list_signatories (store, audience);
  cross = paz_cross_new (figures, choice, (const char * const *) signatories, catalogue);
  if (cross->to == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "no figures for these readers");
      return NULL;
    }
  table = paz_cross_dup_lines (cross, separator);
  lines = g_string_new (separator == '\t' ? NULL : "\xef\xbb\xbf");
  put_line (lines, cross->title, separator);
  put_line (lines, paz_catalogue_ptext (catalogue, "level", paz_level_get_label (get_level (figures))), separator);
  put_line (lines, cross->coverage, separator);
  g_string_append (lines, table);

  return g_string_free (lines, FALSE);
}
