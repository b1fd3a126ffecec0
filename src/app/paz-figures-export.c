#include "paz-figures-export.h"

#include "paz-figures-chart.h"

static GPtrArray *
list_sources (PazFigures *figures)
{
  GPtrArray *sets = paz_figures_get_data_sets (figures);
  GPtrArray *titles = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < sets->len; i++)
    {
      const char *title = paz_record_get_text (sets->pdata[i], "title");

      if (title != NULL)
        g_ptr_array_add (titles, g_strdup (title));
    }

  return titles;
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

PazFiguresExport *
paz_figures_export_new (PazStore                *store,
                        const PazFiguresChoice  *choice,
                        const PazAudience       *readers,
                        PazCatalogue            *catalogue,
                        GCancellable            *cancellable,
                        GError                 **error)
{
  g_autoptr (PazFigures) figures = NULL;
  g_autoptr (PazFiguresExport) self = g_new0 (PazFiguresExport, 1);
  g_auto (GStrv) signatories = NULL;
  PazLevel signed_level;

  g_return_val_if_fail (readers != NULL, NULL);

  figures = paz_figures_load (store, readers, cancellable, error);
  if (figures == NULL)
    return NULL;
  signatories = paz_figures_list_signatories (store, readers, &signed_level);
  self->cross = paz_cross_new (figures, choice, (const char * const *) signatories, catalogue);
  if (self->cross->to == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "no figures for these readers");
      return NULL;
    }
  self->readers = paz_audience_copy (readers);
  self->level = paz_cross_get_level (self->cross, figures, signed_level);
  self->sources = list_sources (figures);

  return g_steal_pointer (&self);
}

void
paz_figures_export_free (PazFiguresExport *self)
{
  g_clear_pointer (&self->cross, paz_cross_free);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->readers, paz_audience_free);
  g_free (self);
}

char *
paz_figures_export_dup_file_name (const PazFiguresExport *self,
                                  const char             *ending)
{
  return g_strdup_printf ("figures-%s-%s.%s", paz_language_get_code (paz_catalogue_get_language (self->cross->catalogue)),
                          paz_level_get_key (self->level), ending);
}

char *
paz_figures_export_dup_lines (const PazFiguresExport *self,
                              char                    separator)
{
  g_autofree char *table = paz_cross_dup_lines (self->cross, separator);
  g_autofree char *marking = paz_picture_export_dup_marking (self->level, self->readers, self->cross->catalogue);
  GString *lines = g_string_new (separator == '\t' ? NULL : "\xef\xbb\xbf");

  put_line (lines, self->cross->title, separator);
  put_line (lines, marking, separator);
  put_line (lines, self->cross->coverage, separator);
  g_string_append (lines, table);

  return g_string_free (lines, FALSE);
}

/* ---- the picture ---- */

/* More than these would be a page of their own. */
#define MOST_SOURCES 3

static char *
dup_sources (const PazFiguresExport *self)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < MIN (self->sources->len, MOST_SOURCES); i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? "; " : "", (const char *) self->sources->pdata[i]);
  if (self->sources->len > MOST_SOURCES)
    g_string_append (titles, "; …");

  /* Translators: titles of data sets. */
  return g_strdup_printf (paz_catalogue_text (self->cross->catalogue, N_("Source: %s")), titles->str);
}

static gboolean
make_chart (PazPictureExport   *picture,
            PazStore           *reader,
            const PazAudience  *readers,
            PazCatalogue       *catalogue,
            gpointer            data,
            GCancellable       *cancellable,
            GError            **error)
{
  g_autoptr (PazFiguresExport) export = paz_figures_export_new (reader, data, readers, catalogue, cancellable, error);
  g_autofree char *sources = NULL;

  if (export == NULL)
    return FALSE;
  picture->chart = paz_figures_chart_new (export->cross);
  picture->level = export->level;
  if (picture->chart == NULL)
    return TRUE;   /* nothing to draw: said by the caller */
  sources = dup_sources (export);
  paz_chart_set_note (picture->chart, export->cross->coverage);
  if (export->sources->len > 0)
    paz_chart_set_source (picture->chart, sources);

  return TRUE;
}

PazPictureMaker *
paz_figures_export_new_maker (const PazFiguresChoice *choice)
{
  return paz_picture_maker_new ("figures", make_chart, paz_figures_choice_copy (choice),
                                (GDestroyNotify) paz_figures_choice_free);
}
