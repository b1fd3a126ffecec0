/* A report made of others: each a chapter with a number, its sheets numbered in it, and a sheet of
 * contents. Numbers stand for parts whether they have something to show or not, so that "3.2" means the
 * same in every edition. A part that an earlier chapter has is not written twice. */
#include "paz-report-spec.h"

typedef struct
{
  const PazReport *report;
  guint            number;
  gboolean         open;
  gpointer         data;                      /* what the report gathered */
  PazSheet        *sheets[PAZ_MAX_PARTS];     /* NULL: nothing to show */
  gboolean         lent[PAZ_MAX_PARTS];       /* the sheet stands in an earlier chapter */
} Chapter;

/* ---- before the workbook opens ---- */

static gboolean
read_chapter (const PazReport  *chapter,
              PazEdition       *edition,
              PazStore         *store,
              GCancellable     *cancellable,
              GError          **error)
{
  if (!chapter->on_records && edition->figures == NULL)
    {
      g_set_error_literal (error, PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_NO_DATA, "no figures");
      return FALSE;
    }
  if (chapter->on_records ? !paz_record_report_prepare (chapter, edition, store, error)
                          : paz_record_report_is (chapter) && !paz_record_report_read (chapter, edition, error))
    return FALSE;

  return chapter->prepare == NULL || chapter->prepare (edition, store, cancellable, error);
}

gboolean
paz_chapters_prepare (const PazReport  *self,
                      PazEdition       *edition,
                      PazStore         *store,
                      GCancellable     *cancellable,
                      GError          **error)
{
  gboolean any = FALSE, withheld = FALSE;

  if (!paz_record_report_read (self, edition, error))
    return FALSE;
  for (guint i = 0; self->chapters[i] != NULL; i++)
    {
      g_autoptr (GError) problem = NULL;

      if (read_chapter (self->chapters[i], edition, store, cancellable, &problem))
        {
          any = TRUE;
          continue;
        }
      if (!paz_report_error_is_empty (problem))
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
      withheld = withheld || problem->code == PAZ_REPORT_ERROR_WITHHELD;
      g_hash_table_add (edition->closed, (gpointer) self->chapters[i]);
    }
  if (!any)
    g_set_error_literal (error, PAZ_REPORT_ERROR, withheld ? PAZ_REPORT_ERROR_WITHHELD : PAZ_REPORT_ERROR_NO_DATA,
                         withheld ? "nothing this audience may see" : "nothing to report");

  return any;
}

/* ---- sheets ---- */

/* The sheet of a part that an earlier chapter has already. */
static PazSheet *
find_sheet (GArray             *chapters,
            const PazSheetPart *part)
{
  for (guint i = 0; i < chapters->len; i++)
    {
      Chapter *chapter = &g_array_index (chapters, Chapter, i);

      for (guint k = 0; chapter->report->parts[k] != NULL; k++)
        if (chapter->report->parts[k] == part && chapter->sheets[k] != NULL)
          return chapter->sheets[k];
    }

  return NULL;
}

static void
set_number (PazEdition    *edition,
            const Chapter *chapter,
            guint          part)
{
  edition->chapter = chapter->report->info.name;
  g_snprintf (edition->number, sizeof edition->number, "%u.%u", chapter->number, part + 1);
}

static void
declare_chapter (GArray      *chapters,
                 Chapter     *chapter,
                 PazEdition  *edition,
                 PazWorkbook *workbook)
{
  if (!chapter->open)
    return;
  chapter->data = chapter->report->gather != NULL ? chapter->report->gather (edition) : NULL;
  for (guint i = 0; chapter->report->parts[i] != NULL; i++)
    {
      PazSheet *known = find_sheet (chapters, chapter->report->parts[i]);

      set_number (edition, chapter, i);
      chapter->lent[i] = known != NULL;
      chapter->sheets[i] = known != NULL ? known
                           : paz_report_declare_part (chapter->report->parts[i], edition, workbook, chapter->data);
    }
}

static GArray *
declare_chapters (const PazReport *self,
                  PazEdition      *edition,
                  PazWorkbook     *workbook)
{
  GArray *chapters = g_array_new (FALSE, TRUE, sizeof (Chapter));

  for (guint i = 0; self->chapters[i] != NULL; i++)
    {
      Chapter chapter = { self->chapters[i], i + 1, !g_hash_table_contains (edition->closed, self->chapters[i]) };

      declare_chapter (chapters, &chapter, edition, workbook);
      g_array_append_val (chapters, chapter);
    }
  edition->chapter = NULL;

  return chapters;
}

static void
fill_chapter (Chapter    *chapter,
              PazEdition *edition)
{
  for (guint i = 0; chapter->report->parts[i] != NULL; i++)
    if (chapter->sheets[i] != NULL && !chapter->lent[i])
      paz_report_fill_part (chapter->report->parts[i], chapter->sheets[i], edition, chapter->data);
  if (chapter->open && chapter->report->release != NULL)
    chapter->report->release (chapter->data);
}

/* ---- cover and contents ---- */

static char *
dup_title (PazEdition    *edition,
           const Chapter *chapter)
{
  const char *title = paz_edition_say_terms (edition, chapter->report->titles[0], chapter->report->titles[1]);
  const char *subject = chapter->open && chapter->report->get_subject != NULL ? chapter->report->get_subject (edition) : NULL;

  return subject != NULL ? g_strdup_printf ("%u %s · %s", chapter->number, title, subject)
                         : g_strdup_printf ("%u %s", chapter->number, title);
}

static void
put_part (PazSheet   *contents,
          PazEdition *edition,
          Chapter    *chapter,
          guint       i)
{
  const PazSheetWords *words = paz_record_part_get_words (chapter->report->parts[i]);

  if (chapter->sheets[i] != NULL)
    {
      paz_sheets_put_link (contents, edition, chapter->sheets[i], words);
      return;
    }
  set_number (edition, chapter, i);
  paz_page_put_pair (contents, paz_sheets_say_name (edition, words), paz_edition_say (edition, N_("Nothing to show.")));
  edition->chapter = NULL;
}

/* Of what is closed nothing is said but that there is nothing: why would tell of what is withheld. */
static void
put_chapter (PazSheet   *contents,
             PazEdition *edition,
             Chapter    *chapter)
{
  g_autofree char *title = dup_title (edition, chapter);

  paz_page_put_heading (contents, title);
  if (!chapter->open)
    paz_page_put_note (contents, paz_edition_say (edition, N_("Nothing to show.")));
  for (guint i = 0; chapter->open && chapter->report->parts[i] != NULL; i++)
    put_part (contents, edition, chapter, i);
}

/* Its first sheet stands for the chapter. */
static void
put_chapter_link (PazSheet   *cover,
                  PazEdition *edition,
                  Chapter    *chapter)
{
  g_autofree char *title = dup_title (edition, chapter);
  guint first = 0;

  while (chapter->report->parts[first] != NULL && (chapter->sheets[first] == NULL || chapter->lent[first]))
    first++;
  if (chapter->report->parts[first] != NULL)
    paz_page_put_link (cover, chapter->sheets[first], title);
}

static void
fill_cover (const PazReport *self,
            PazSheet        *cover,
            PazSheet        *contents,
            PazEdition      *edition,
            GArray          *chapters)
{
  Chapter *first = &g_array_index (chapters, Chapter, 0);

  /* The first chapter's own key figures, then the report's. */
  if (first->open && first->report->put_key_figures != NULL)
    first->report->put_key_figures (cover, edition, first->data);
  self->put_key_figures (cover, edition, NULL);
  paz_page_put_heading (cover, paz_edition_say (edition, N_("Contents")));
  paz_page_put_link (cover, contents, paz_edition_say (edition, N_("Every chapter and sheet with its number")));
  for (guint i = 0; i < chapters->len; i++)
    put_chapter_link (cover, edition, &g_array_index (chapters, Chapter, i));
  for (guint i = 0; i < chapters->len; i++)
    if (g_array_index (chapters, Chapter, i).open && self->chapters[i]->put_legend != NULL)
      self->chapters[i]->put_legend (cover, edition);
  paz_cover_put_facts (cover, edition);
  paz_report_put_reading (cover, edition, TRUE);
}

static void
fill_contents (PazSheet   *contents,
               PazEdition *edition,
               const char *title,
               GArray     *chapters)
{
  paz_page_put_title (contents, "RELACOPAZ", paz_edition_say (edition, N_("Contents")), title);
  for (guint i = 0; i < chapters->len; i++)
    put_chapter (contents, edition, &g_array_index (chapters, Chapter, i));
  paz_page_put_heading (contents, paz_edition_say (edition, N_("Notes")));
  paz_page_put_note (contents, paz_edition_say (edition,
                     N_("A chapter’s number and a sheet’s number are the same in every edition. “Nothing to show” means: the store has no such entry for the audience of this workbook.")));
}

void
paz_chapters_fill (const PazReport *self,
                   PazEdition      *edition,
                   PazWorkbook     *workbook,
                   const char      *title)
{
  PazSheet *cover = paz_cover_new (edition, workbook, title, NULL);
  PazSheet *contents = paz_page_new (workbook, paz_catalogue_ptext (edition->catalogue, "sheet", NC_("sheet", "Contents")),
                                     edition->stamp);
  g_autoptr (GArray) chapters = declare_chapters (self, edition, workbook);

  fill_cover (self, cover, contents, edition, chapters);
  fill_contents (contents, edition, title, chapters);
  for (guint i = 0; i < chapters->len; i++)
    {
      fill_chapter (&g_array_index (chapters, Chapter, i), edition);
      paz_edition_report (edition, 0.3 + 0.5 * (i + 1) / chapters->len);
    }
}
